package org.kith.server.family;

/// What came of an invitation.
public sealed interface AnswerResult {
    /// It waits for an answer.
    record Open(Invitation invitation) implements AnswerResult {}

    record Accepted(Invitation invitation) implements AnswerResult {}

    record Declined() implements AnswerResult {}

    /// Answered, taken back, or too old.
    record Over() implements AnswerResult {}

    /// It went to another address than any of this person's. Nothing of it is shown.
    record ForAnother() implements AnswerResult {}

    /// They are in a family already.
    record InOneAlready() implements AnswerResult {}

    record Full() implements AnswerResult {}
}
