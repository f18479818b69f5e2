package org.kith.server.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What came of an officer's attempt to suspend, restore or revoke, or to announce it, or to take that back.
public sealed interface MeasureResult {
    record Decided(Decision decision) implements MeasureResult {}

    /// It waits for a second officer's signature.
    record Proposed(Decision decision) implements MeasureResult {}

    /// Nothing is taken away unheard: first a notice for that cause, and time to answer it. Only for what the programme
    /// lists is a card suspended at once.
    ///
    /// @param until the last day to answer a notice that was given; null if none was
    record NotHeardYet(@Nullable LocalDate until) implements MeasureResult {}

    /// The programme does not list this cause for this measure.
    record NoSuchCause() implements MeasureResult {}

    /// A court has stopped it: nothing is decided about it until that is lifted.
    record Stopped() implements MeasureResult {}

    /// It does not stand as the measure needs it; or something waits for a signature already. Nothing was changed.
    record NotNow() implements MeasureResult {}
}
