package org.kith.pack.source;

import java.util.List;
import java.util.TreeSet;

/// Collects every fault of a pack, so that its author mends them in one go.
public final class Faults {
    private static final int MOST = 1_000;

    private final TreeSet<Fault> found = new TreeSet<>();
    private int told;

    public void add(Place place, String what, String mend) {
        told++;
        if (found.size() > MOST) return;
        if (found.size() == MOST) {
            found.add(new Fault(place.file(), place.line(), "and more", "mend these first"));
            return;
        }
        found.add(new Fault(place.file(), place.line(), what, mend));
    }

    /// A mark to compare with later: [#cleanSince].
    public int mark() {
        return told;
    }

    /// Whether nothing was told since the mark; only then may a record be built from what was read.
    public boolean cleanSince(int mark) {
        return told == mark;
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Fault> sorted() {
        return List.copyOf(found);
    }
}
