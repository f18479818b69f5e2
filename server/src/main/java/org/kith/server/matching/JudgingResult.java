package org.kith.server.matching;

/// What came of an officer's attempt to judge a match.
public sealed interface JudgingResult {
    record Judged(MatchJudgement judgement) implements JudgingResult {}

    /// Another officer was quicker; what they judged is to be read first.
    record JudgedMeanwhile() implements JudgingResult {}

    /// The case is over or withdrawn, or the match is gone with what it rested on.
    record NothingToJudge() implements JudgingResult {}

    /// Whoever verified the identity may not also judge this.
    record SecondOfficerNeeded() implements JudgingResult {}
}
