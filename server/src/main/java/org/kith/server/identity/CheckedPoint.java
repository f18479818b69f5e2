package org.kith.server.identity;

import org.jspecify.annotations.Nullable;

/// One thing that the programme has officers look at, and what they said of it.
///
/// @param id      as the pack names it
/// @param because why it could not be checked; none where it was
public record CheckedPoint(String id, @Nullable Hindrance because) {
    boolean wantsSecondWay() {
        return because != null && because.wantsSecondWay();
    }
}
