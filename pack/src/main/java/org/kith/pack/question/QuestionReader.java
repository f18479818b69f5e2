package org.kith.pack.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;
import org.kith.pack.text.NeededTexts;

/// Reads one question, and those of a group within it.
final class QuestionReader {
    private static final List<String> OF_EACH = List.of(
            "id",
            "type",
            "topic",
            "required",
            "not-known",
            "eligibility-check",
            "purpose",
            "kept-for",
            "seen-by",
            "choices",
            "generations",
            "when",
            "partial",
            "calendars",
            "historic",
            "passport-spelling",
            "max-length",
            "pattern");
    private static final List<String> ON_PAGES_ONLY = List.of("show-if", "papers", "questions", "least", "most");
    private static final Set<QuestionType> IN_GROUPS =
            EnumSet.complementOf(EnumSet.of(QuestionType.GROUP, QuestionType.DOCUMENTS, QuestionType.PASSPORT));

    private final Block block;
    private final NeededTexts texts;
    private final Faults faults;
    private final Optional<Question> group;

    QuestionReader(Block block, NeededTexts texts) {
        this(block, texts, Optional.empty());
    }

    /// Reads a question of a group: what it does not say of topic, purpose, keeping and readers, the group says for it.
    private QuestionReader(Block block, NeededTexts texts, Optional<Question> group) {
        this.block = block;
        this.texts = texts;
        this.faults = block.faults();
        this.group = group;
    }

    Optional<QuestionDraft> read(String id) {
        var mark = faults.mark();
        var keys = new ArrayList<>(OF_EACH);
        if (group.isEmpty()) keys.addAll(ON_PAGES_ONLY);
        block.only(keys.toArray(String[]::new));
        var types = group.isEmpty() ? EnumSet.allOf(QuestionType.class) : IN_GROUPS;
        var type = block.oneOf("type", types).orElse(QuestionType.TEXT);
        var bare = bare(id, type);
        texts.need(bare.labelKey(), block.place("id"));
        if (type == QuestionType.GROUP) {
            texts.need(bare.addKey(), block.place("id"));
            texts.need(bare.itemKey(), block.place("id"));
        }
        withoutAccount(bare);
        var question = with(bare, new DetailReader(block, texts, each -> members(bare, each)).read(bare));
        return faults.cleanSince(mark)
                ? Optional.of(
                        new QuestionDraft(question, block.optionalWord("show-if"), papers(question), block.place()))
                : Optional.empty();
    }

    private void withoutAccount(Question question) {
        if (!question.inEligibilityCheck() || question.type().isAskedWithoutAccount()) return;
        var asked = switch (question.type()) {
            case NAME -> "names";
            case PASSPORT -> "passports";
            case ADDRESS -> "addresses";
            default -> "files";
        };
        faults.add(
                block.place("eligibility-check"),
                "the check without an account asks no " + asked,
                "remove `eligibility-check`");
    }

    private Question bare(String id, QuestionType type) {
        var purpose = purpose();
        var seenBy = seenBy();
        if (seenBy.isEmpty()) faults.add(block.place("seen-by"), "nobody sees the answer", "name who does: `seen-by:`");
        return new Question(
                id,
                type,
                topic(),
                block.flag("required", true),
                block.flag("not-known", false),
                block.flag("eligibility-check", false),
                purpose.isEmpty() ? "missing" : purpose,
                keptFor(),
                seenBy,
                new Detail.Plain(),
                Optional.empty());
    }

    private static Question with(Question bare, Detail detail) {
        return new Question(
                bare.id(),
                bare.type(),
                bare.topic(),
                bare.required(),
                bare.notKnown(),
                bare.inEligibilityCheck(),
                bare.purposeKey(),
                bare.keptFor(),
                bare.seenBy(),
                detail,
                bare.showIf());
    }

    private List<Question> members(Question group, List<Block> blocks) {
        var read = new ArrayList<Question>();
        var seen = new HashSet<String>();
        for (var each : blocks) {
            var name = each.name("id");
            if (!name.isEmpty() && !seen.add(name)) {
                faults.add(each.place("id"), "a second question `" + name + "` in the group", "give one another id");
            }
            if (Set.of("item", "label", "hint", "short", "add", "choice").contains(name)) {
                faults.add(each.place("id"), "`" + name + "` is a word of groups", "give the question another id");
            }
            new QuestionReader(each, texts, Optional.of(group))
                    .read(group.id() + "." + name)
                    .map(QuestionDraft::question)
                    .ifPresent(read::add);
        }
        return read;
    }

    private List<Word> papers(Question question) {
        return question.files().isPresent() ? block.words("papers") : List.of();
    }

    private String purpose() {
        if (block.has("purpose")) return texts.need(block.text("purpose"), block.place("purpose"));
        if (group.isPresent()) return group.get().purposeKey();
        faults.add(block.place(), "a question without a purpose", "say why it is asked: `purpose:` and a text");
        return "";
    }

    private KeptFor keptFor() {
        if (!block.has("kept-for") && group.isPresent()) return group.get().keptFor();
        return block.oneOf("kept-for", KeptFor.class).orElse(KeptFor.DECISION);
    }

    private Set<SeenBy> seenBy() {
        if (!block.has("seen-by") && group.isPresent()) return group.get().seenBy();
        var seenBy = EnumSet.noneOf(SeenBy.class);
        seenBy.addAll(block.manyOf("seen-by", SeenBy.class));
        return seenBy;
    }

    private Topic topic() {
        if (!block.has("topic") && group.isPresent()) return group.get().topic();
        var said = block.optionalText("topic").orElse("");
        if (Topic.NEVER_ASKED.contains(said)) {
            faults.add(block.place("topic"), said + " is never asked", "remove the question");
            return Topic.NAME;
        }
        return block.oneOf("topic", Topic.class).orElse(Topic.NAME);
    }
}
