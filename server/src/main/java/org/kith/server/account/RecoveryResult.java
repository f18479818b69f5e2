package org.kith.server.account;

/// What came of a step of a recovery at a counter.
public sealed interface RecoveryResult {
    record Proposed(DoorChange.Id id) implements RecoveryResult {}

    /// The step is taken.
    record Done() implements RecoveryResult {}

    record NotAnAddress() implements RecoveryResult {}

    /// One is under way already.
    record AlreadyOpen() implements RecoveryResult {}

    /// The code is not the one that the new address was sent.
    record WrongCode() implements RecoveryResult {}

    /// No officer lets anybody in alone.
    record SameOfficer() implements RecoveryResult {}

    /// Stopped, done, lapsed, at another centre, or never there.
    record Over() implements RecoveryResult {}
}
