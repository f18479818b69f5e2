package org.kith.server.decision;

import org.kith.pack.eligibility.Trace;

/// What came of judging a decision again.
public sealed interface Rejudged {
    /// The rules say what they said then.
    record Same(Trace trace) implements Rejudged {}

    /// They say something else: the answers, the programme's kept version or the decision are not what they were.
    record Differs(Trace now) implements Rejudged {}

    /// It rests on no rules, or its answers are kept no longer.
    record NotToBeJudged() implements Rejudged {}
}
