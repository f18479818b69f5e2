package org.kith.server.talk;

import java.time.LocalDate;

/// What came of an examiner's sheet, or of their word.
public sealed interface MarkingResult {
    record Noted(TalkState state) implements MarkingResult {}

    /// A criterion has no points, or more than it can have.
    record NotFilledIn() implements MarkingResult {}

    /// One sheet an examiner, and it stands.
    record MarkedAlready() implements MarkingResult {}

    /// They confirmed who the person is, or could not agree at the talk before: others mark this one.
    record OthersMark() implements MarkingResult {}

    /// It was held before the day on which it can be held again.
    record TooEarly(LocalDate from) implements MarkingResult {}

    /// At another centre; the attempt is written down.
    record AnotherCentre() implements MarkingResult {}

    /// The person has not come yet, has withdrawn, or the talk is over.
    record NotNow() implements MarkingResult {}
}
