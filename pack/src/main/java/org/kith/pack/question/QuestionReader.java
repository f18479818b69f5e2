package org.kith.pack.question;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.text.NeededTexts;

/// Reads one question.
final class QuestionReader {
    private static final int LONGEST = 200;
    private static final int LONGEST_OF_MANY_LINES = 5_000;

    private final Block block;
    private final NeededTexts texts;
    private final Faults faults;

    QuestionReader(Block block, NeededTexts texts) {
        this.block = block;
        this.texts = texts;
        this.faults = block.faults();
    }

    Optional<QuestionDraft> read(String id) {
        var mark = faults.mark();
        block.only(
                "id",
                "type",
                "topic",
                "required",
                "not-known",
                "partial",
                "eligibility-check",
                "purpose",
                "kept-for",
                "seen-by",
                "choices",
                "when",
                "max-length",
                "pattern",
                "show-if");
        var type = block.oneOf("type", QuestionType.class).orElse(QuestionType.TEXT);
        var topic = topic();
        var purpose = purpose();
        var keptFor = block.oneOf("kept-for", KeptFor.class).orElse(KeptFor.DECISION);
        var seenBy = EnumSet.noneOf(SeenBy.class);
        seenBy.addAll(block.manyOf("seen-by", SeenBy.class));
        if (seenBy.isEmpty()) faults.add(block.place("seen-by"), "nobody sees the answer", "name who does: `seen-by:`");
        fitting("partial", type, QuestionType.DATE);
        fitting("when", type, QuestionType.DATE, QuestionType.PASSPORT);
        fitting("pattern", type, QuestionType.TEXT);
        fitting("max-length", type, QuestionType.TEXT, QuestionType.LONG_TEXT, QuestionType.NAME);
        var choices = choices(id, type);
        var when = block.has("when") ? block.oneOf("when", When.class).orElse(When.ANY) : When.ANY;
        var pattern = pattern();
        texts.need("question." + id + ".label", block.place("id"));
        var question = new Question(
                id,
                type,
                topic,
                block.flag("required", true),
                block.flag("not-known", false),
                block.flag("partial", false),
                block.flag("eligibility-check", false),
                purpose.isEmpty() ? "missing" : purpose,
                keptFor,
                seenBy,
                choices,
                when,
                maxLength(type),
                pattern,
                Optional.empty());
        return faults.cleanSince(mark)
                ? Optional.of(new QuestionDraft(question, block.optionalWord("show-if"), block.place()))
                : Optional.empty();
    }

    private String purpose() {
        if (!block.has("purpose")) {
            faults.add(block.place(), "a question without a purpose", "say why it is asked: `purpose:` and a text");
            return "";
        }
        return texts.need(block.text("purpose"), block.place("purpose"));
    }

    private Topic topic() {
        var said = block.optionalText("topic").orElse("");
        if (Topic.NEVER_ASKED.contains(said)) {
            faults.add(block.place("topic"), said + " is never asked", "remove the question");
            return Topic.NAME;
        }
        return block.oneOf("topic", Topic.class).orElse(Topic.NAME);
    }

    private List<Choice> choices(String id, QuestionType type) {
        fitting("choices", type, QuestionType.CHOICE);
        var read = new ArrayList<Choice>();
        var seen = new HashSet<String>();
        for (var code : block.words("choices")) {
            if (!code.text().matches("[a-z][a-z0-9-]*")) {
                faults.add(code.place(), "`" + code.text() + "` is no code", "use a to z, 0 to 9 and hyphens");
            }
            if (!seen.add(code.text())) {
                faults.add(code.place(), "`" + code.text() + "` stands twice", "keep one of them");
            }
            var label = "question." + id + ".choice." + code.text();
            read.add(new Choice(code.text(), texts.need(label, code.place())));
        }
        if (type == QuestionType.CHOICE && read.size() < 2) {
            faults.add(block.place("choices"), "a choice of fewer than two", "list at least two `choices:`");
        }
        return read;
    }

    private Optional<Pattern> pattern() {
        var written = block.optionalWord("pattern");
        try {
            return written.map(word -> Pattern.compile(word.text()));
        } catch (PatternSyntaxException e) {
            faults.add(block.place("pattern"), "not a pattern: " + e.getDescription(), "write it in RE2's syntax");
            return Optional.empty();
        }
    }

    private int maxLength(QuestionType type) {
        var most = type == QuestionType.LONG_TEXT ? LONGEST_OF_MANY_LINES : LONGEST;
        return block.has("max-length") ? block.number("max-length", 1, most) : most;
    }

    private void fitting(String key, QuestionType type, QuestionType... fitting) {
        if (block.has(key) && !List.of(fitting).contains(type)) {
            faults.add(
                    block.place(key),
                    "`" + key + "` says nothing about a question of type " + Block.spelt(type),
                    "remove it");
        }
    }
}
