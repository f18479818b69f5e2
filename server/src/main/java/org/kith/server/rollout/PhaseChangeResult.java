package org.kith.server.rollout;

/// What came of proposing a country's phase, agreeing to it, or dropping it.
public sealed interface PhaseChangeResult {
    record Proposed() implements PhaseChangeResult {}

    record Changed() implements PhaseChangeResult {}

    record Dropped() implements PhaseChangeResult {}

    /// It is so already.
    record NothingNew() implements PhaseChangeResult {}

    /// Another change of this country waits for its second manager.
    record AnotherWaits() implements PhaseChangeResult {}

    /// Whoever proposed it may not agree to it.
    record SecondPersonNeeded() implements PhaseChangeResult {}

    record NothingWaits() implements PhaseChangeResult {}
}
