package org.kith.pack.source;

import java.util.Comparator;

/// One thing wrong in a pack: where it stands, what it is, and how to mend it.
public record Fault(String file, int line, String what, String mend) implements Comparable<Fault> {
    private static final Comparator<Fault> BY_PLACE =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::what);

    @Override
    public int compareTo(Fault other) {
        return BY_PLACE.compare(this, other);
    }

    /// `file:line: what; mend`, the form editors and `grep` understand.
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + "; " + mend;
    }
}
