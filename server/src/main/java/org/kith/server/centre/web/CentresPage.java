package org.kith.server.centre.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where to be seen.
///
/// @param moving whether a visit is booked already and this is about another one
public record CentresPage(List<Choice> centres, boolean moving) {
    /// A centre to choose.
    ///
    /// @param firstDay  the day of the next free time; none where nothing is free
    /// @param firstTime by the clock there
    public record Choice(
            CentreView centre,
            @Nullable String firstDay,
            @Nullable String firstTime) {}
}
