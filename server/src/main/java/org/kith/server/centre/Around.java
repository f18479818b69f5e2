package org.kith.server.centre;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What else there is to know of a centre.
///
/// @param map     a link that opens a map, at the wish of whoever presses it; no page of ours asks anybody for it
/// @param access  how people get in and are seen who cannot do everything, in words
/// @param without what must not be made of a visit there
public record Around(@Nullable String map, String access, Set<Discretion> without) {
    public static final Around NOTHING = new Around(null, "", Set.of());

    public Around {
        without = without.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(without));
    }

    /// What could tell somebody else of a visit.
    public enum Discretion {
        /// An entry for a calendar.
        CALENDAR,
        /// A sheet of paper.
        PRINT,
        /// A mail before the visit.
        REMINDER
    }
}
