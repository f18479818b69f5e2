package org.kith.server.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What came of an officer's attempt to suspend, restore or revoke.
public sealed interface MeasureResult {
    record Decided(Decision decision) implements MeasureResult {}

    /// It waits for a second officer's signature.
    record Proposed(Decision decision) implements MeasureResult {}

    /// Nothing is revoked unheard: first a notice, and time to answer it.
    ///
    /// @param until the last day to answer a notice that was given; null if none was
    record NotHeardYet(@Nullable LocalDate until) implements MeasureResult {}

    /// It does not stand as the measure needs it; or something waits for a signature already. Nothing was changed.
    record NotNow() implements MeasureResult {}
}
