package org.kith.server.decision;

import java.time.LocalDate;

/// What came of a person's appeal.
public sealed interface AppealResult {
    record Appealed() implements AppealResult {}

    /// They appealed before; the first appeal stands.
    record AppealedBefore() implements AppealResult {}

    /// The last day is over wherever they live.
    record TooLate(LocalDate was) implements AppealResult {}

    /// It is not theirs, it cannot be appealed, or the case has moved on.
    record NothingToAppeal() implements AppealResult {}
}
