package org.kith.pack.question;

import java.util.List;
import java.util.Optional;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;

/// A question as read, before the rule that says when to ask it is compiled against the other questions.
///
/// @param papers that it asks for, with their lines; the catalogue must have them
public record QuestionDraft(Question question, Optional<Word> showIf, List<Word> papers, Place place) {}
