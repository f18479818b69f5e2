package org.kith.pack.question;

import java.util.Optional;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;

/// A question as read, before the rule that says when to ask it is compiled against the other questions.
public record QuestionDraft(Question question, Optional<Word> showIf, Place place) {}
