package org.kith.pack.question;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One question, why it is asked, who sees the answer and how long it is kept.
///
/// @param id its name in rules, forms and texts; `<group>.<name>` for a question of a group
/// @param notKnown whether "I do not know" is an answer
/// @param inEligibilityCheck whether the check without an account asks it too
/// @param purposeKey the text that says why; there is no question without one
public record Question(
        String id,
        QuestionType type,
        Topic topic,
        boolean required,
        boolean notKnown,
        boolean inEligibilityCheck,
        String purposeKey,
        KeptFor keptFor,
        Set<SeenBy> seenBy,
        Detail detail,
        Optional<Condition> showIf) {

    private static final int LONGEST = 200;

    public Question {
        if (purposeKey.isBlank()) throw new IllegalArgumentException("a question needs a purpose: " + id);
        seenBy = Set.copyOf(seenBy);
    }

    public Question shownIf(Condition condition) {
        return new Question(
                id,
                type,
                topic,
                required,
                notKnown,
                inEligibilityCheck,
                purposeKey,
                keptFor,
                seenBy,
                detail,
                Optional.of(condition));
    }

    /// Of a group, only these questions.
    public Question keeping(List<Question> members) {
        if (!(detail instanceof Detail.Group(var _, var least, var most))) return this;
        return new Question(
                id,
                type,
                topic,
                required,
                notKnown,
                inEligibilityCheck,
                purposeKey,
                keptFor,
                seenBy,
                new Detail.Group(members, least, most),
                showIf);
    }

    /// The id without the group before it.
    public String name() {
        return id.substring(id.lastIndexOf('.') + 1);
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

    /// What the button says that adds one more to a group.
    public String addKey() {
        return "question." + id + ".add";
    }

    /// What one of a group is called: `Child {number}`.
    public String itemKey() {
        return "question." + id + ".item";
    }

    public List<Choice> choices() {
        return detail instanceof Detail.Choices(var choices) ? choices : List.of();
    }

    public Optional<Choice> choice(String code) {
        return choices().stream().filter(choice -> choice.code().equals(code)).findFirst();
    }

    public boolean partial() {
        return detail instanceof Detail.Dates dates && dates.partial();
    }

    public When when() {
        return detail instanceof Detail.Dates dates ? dates.when() : When.ANY;
    }

    public List<DateCalendar> calendars() {
        return detail instanceof Detail.Dates dates ? dates.calendars() : List.of();
    }

    public boolean historic() {
        return detail instanceof Detail.Lands(var historic) && historic;
    }

    public int maxLength() {
        return switch (detail) {
            case Detail.Texts texts -> texts.maxLength();
            case Detail.Names names -> names.maxLength();
            default -> LONGEST;
        };
    }

    public Optional<Pattern> pattern() {
        return detail instanceof Detail.Texts texts ? texts.pattern() : Optional.empty();
    }

    /// What a group asks of each; empty for any other question.
    public Optional<Detail.Group> group() {
        return detail instanceof Detail.Group group ? Optional.of(group) : Optional.empty();
    }

    /// Which files are asked for; empty for any other question.
    public Optional<Detail.Files> files() {
        return detail instanceof Detail.Files files ? Optional.of(files) : Optional.empty();
    }
}
