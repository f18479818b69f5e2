package org.kith.server.decision;

/// What came of moving a case from hand to hand.
public sealed interface AssignmentResult {
    /// It is in the hands it was meant for; after a release, in nobody's.
    record Done() implements AssignmentResult {}

    /// Another officer was quicker, or it has moved on. Nothing was changed.
    record NotWaiting() implements AssignmentResult {}

    /// Its officer is there and at it.
    record HeldByAnother() implements AssignmentResult {}

    /// Cases are given out at random; nobody chooses one.
    record GivenOut() implements AssignmentResult {}

    /// Who has an interest in its person, confirmed the identity, or works where that was, has no part in the decision.
    record Barred() implements AssignmentResult {}
}
