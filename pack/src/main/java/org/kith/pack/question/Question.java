package org.kith.pack.question;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One question, why it is asked, who sees the answer and how long it is kept.
///
/// @param purposeKey the text that says why; there is no question without one
/// @param notKnown whether "I do not know" is an answer
/// @param partial whether a date may lack its day or month
/// @param inEligibilityCheck whether the check without an account asks it too
public record Question(
        String id,
        QuestionType type,
        Topic topic,
        boolean required,
        boolean notKnown,
        boolean partial,
        boolean inEligibilityCheck,
        String purposeKey,
        KeptFor keptFor,
        Set<SeenBy> seenBy,
        List<Choice> choices,
        When when,
        int maxLength,
        Optional<Pattern> pattern,
        Optional<Condition> showIf) {

    public Question {
        if (purposeKey.isBlank()) throw new IllegalArgumentException("a question needs a purpose: " + id);
        seenBy = Set.copyOf(seenBy);
        choices = List.copyOf(choices);
    }

    public Question shownIf(Condition condition) {
        return new Question(
                id,
                type,
                topic,
                required,
                notKnown,
                partial,
                inEligibilityCheck,
                purposeKey,
                keptFor,
                seenBy,
                choices,
                when,
                maxLength,
                pattern,
                Optional.of(condition));
    }

    public String labelKey() {
        return "question." + id + ".label";
    }

    /// The text may be missing; a hint is not always needed.
    public String hintKey() {
        return "question." + id + ".hint";
    }

    /// A short name for lists of answers; the label stands in where it is missing.
    public String shortKey() {
        return "question." + id + ".short";
    }

    public Optional<Choice> choice(String code) {
        return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
    }
}
