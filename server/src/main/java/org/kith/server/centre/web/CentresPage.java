package org.kith.server.centre.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where to be seen.
///
/// @param moving whether a visit is booked already and this is about another one
public record CentresPage(List<Choice> centres, boolean moving) {
    /// A centre to choose.
    ///
    /// @param first the next free time, in words; none where nothing is free
    public record Choice(CentreView centre, @Nullable String first) {}
}
