package org.kith.pack.source;

import java.util.Comparator;

/// One thing wrong in a pack: where it stands, what it is, and how to mend it.
public record Fault(String file, int line, String what, String mend) implements Comparable<Fault> {
    private static final int LONGEST = 400;
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file)
            .thenComparingInt(Fault::line)
            .thenComparing(Fault::what)
            .thenComparing(Fault::mend);

    public Fault {
        file = onOneLine(file);
        what = onOneLine(what);
        mend = onOneLine(mend);
    }

    @Override
    public int compareTo(Fault other) {
        return BY_PLACE.compare(this, other);
    }

    /// `file:line: what; mend`, the form editors and `grep` understand.
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + "; " + mend;
    }

    /// A fault quotes what stands in the pack, and that may hold anything, such as a new line or the codes that colour
    /// a terminal.
    private static String onOneLine(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> shown.append(' ');
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> shown.append(' ');
                default -> shown.appendCodePoint(c);
            }
        });
        if (text.codePoints().skip(LONGEST).findAny().isPresent()) shown.append('…');
        return shown.toString();
    }
}
