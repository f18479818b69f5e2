package org.kith.server.application;

import java.time.LocalDate;

/// What came of a person's wish for more time.
public sealed interface MoreTimeResult {
    /// There is more time.
    ///
    /// @param until the last day now
    /// @param left  how often it can be had again
    record Given(LocalDate until, int left) implements MoreTimeResult {}

    /// The button was pressed twice, or in two windows: the time was given once.
    record GivenBefore(LocalDate until) implements MoreTimeResult {}

    /// As often as the programme allows.
    record UsedUp(int times) implements MoreTimeResult {}

    /// The last day is over.
    record TooLate(LocalDate was) implements MoreTimeResult {}

    /// Nothing of theirs runs out.
    record NothingRuns() implements MoreTimeResult {}
}
