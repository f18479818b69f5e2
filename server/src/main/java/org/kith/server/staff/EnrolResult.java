package org.kith.server.staff;

/// What came of enrolling with a link.
public sealed interface EnrolResult {
    /// The passkey is kept.
    ///
    /// @param active whether the officer can sign in now, or waits for a second person's agreement
    record Enrolled(boolean active) implements EnrolResult {}

    /// The browser's answer is not a passkey we accept; the link still works.
    record NotAccepted() implements EnrolResult {}

    /// Used, older than a day, replaced by a newer one, or never ours.
    record LinkOver() implements EnrolResult {}
}
