package org.kith.server.decision;

/// What came of an officer's attempt to stop a case, or to let it go on.
public sealed interface StopResult {
    record Done(Stop stop) implements StopResult {}

    /// It waits for a second officer's signature.
    record Proposed(Stop stop) implements StopResult {}

    /// Only a supervisor does this alone.
    record SupervisorNeeded() implements StopResult {}

    /// The same person is not a second one.
    record SameOfficer() implements StopResult {}

    /// The programme does not let its person be kept in the dark for so long.
    record HiddenTooLong() implements StopResult {}

    /// It is stopped already, or not; or it is over. Nothing was changed.
    record NotNow() implements StopResult {}
}
