package org.kith.server.application;

import java.util.List;
import org.kith.pack.question.Question;

/// What came of sending an application.
public sealed interface SubmissionResult {
    record Submitted(Reference reference) implements SubmissionResult {}

    /// It was sent before, perhaps by a second press of the same button; nothing was done twice.
    record AlreadySubmitted(Reference reference) implements SubmissionResult {}

    record NotComplete(List<Question> open) implements SubmissionResult {}

    /// The country they live in is not open to them now, or has no place left today. The draft stays as it is.
    record NotAdmitted() implements SubmissionResult {}

    /// Something that the person can mend stands in the way; the draft stays as it is.
    ///
    /// @param key of the sentence that says what
    record Objected(String key) implements SubmissionResult {}

    record NotDeclared() implements SubmissionResult {}

    record NoDraft() implements SubmissionResult {}
}
