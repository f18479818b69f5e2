package org.kith.server.decision;

/// What came of a person's reply to a decision.
public sealed interface ReplyResult {
    record Sent() implements ReplyResult {}

    /// They replied before; the first reply stands.
    record AlreadySent() implements ReplyResult {}

    /// There is nothing to reply to: it is not theirs, or the case has moved on.
    record NothingToAnswer() implements ReplyResult {}
}
