package org.kith.pack.programme;

import java.util.Set;

/// Who may apply together in one case. Papers that the catalogue calls shared are verified once for all of them.
///
/// @param with whom one person's case may take in besides them; empty if everyone applies alone
/// @param most people in one case
public record Families(Set<Relation> with, int most) {
    public static final Families ALONE = new Families(Set.of(), 1);

    public Families {
        with = Set.copyOf(with);
    }

    /// What another person of the case is to the one who opened it.
    public enum Relation {
        SPOUSE,
        CHILD,
        PARENT,
        SIBLING
    }
}
