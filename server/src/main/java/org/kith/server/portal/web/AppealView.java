package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a decision says beside its reasons: what was looked at, what takes whose place, and how it can be appealed.
///
/// @param seen     titles of the papers that lay in the case; null where that says nothing
/// @param other    the number of the decision that this one corrects, or is corrected by; empty if none
/// @param otherKey of the sentence that says so
/// @param until    the last day to appeal; null where it cannot be appealed
/// @param open     whether that day is still to come
/// @param appealed what the person appealed; null unless they did
public record AppealView(
        @Nullable List<String> seen,
        String other,
        String otherKey,
        @Nullable LocalDate until,
        boolean open,
        @Nullable Appealed appealed) {
    /// An appeal of theirs.
    ///
    /// @param waits   whether it is still to be decided
    /// @param wanted  whether a time for a hearing is still to be chosen
    /// @param booked  place, day and time of the hearing; empty if none is booked
    /// @param heard   the day of the hearing; null if it was not
    /// @param minutes of what was said there
    public record Appealed(
            LocalDate day,
            String words,
            boolean waits,
            boolean wanted,
            List<String> booked,
            @Nullable LocalDate heard,
            String minutes) {}
}
