package org.kith.server.centre.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where to be seen.
///
/// @param moving whether a visit is booked already and this is about another one
/// @param party    who comes
/// @param givenUp  whether a calendar may still hold a visit that is over
public record CentresPage(List<Choice> centres, boolean moving, PartyView party, boolean givenUp) {
    /// A centre to choose.
    ///
    /// @param firstDay  the day of the next free time; none where nothing is free
    /// @param firstTime by the clock there
    /// @param given     whether its times are given out, and not chosen
    public record Choice(
            CentreView centre,
            @Nullable String firstDay,
            @Nullable String firstTime,
            boolean given) {}
}
