package org.kith.pack.question;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Patterns;
import org.kith.pack.text.NeededTexts;

/// Reads what a question of its type settles, and tells of keys that say nothing about that type.
final class DetailReader {
    private static final int LONGEST = 200;
    private static final int LONGEST_OF_MANY_LINES = 5_000;
    private static final int LARGEST_GROUP = 30;
    private static final int MOST_FILES = 30;
    private static final int MOST_GENERATIONS = 9;
    private static final Set<DateCalendar> OFFERED = EnumSet.complementOf(EnumSet.of(DateCalendar.GREGORIAN));

    private final Block block;
    private final NeededTexts texts;
    private final Faults faults;
    private final Function<List<Block>, List<Question>> members;

    DetailReader(Block block, NeededTexts texts, Function<List<Block>, List<Question>> members) {
        this.block = block;
        this.texts = texts;
        this.faults = block.faults();
        this.members = members;
    }

    Detail read(Question question) {
        var type = question.type();
        fitting("partial", type, QuestionType.DATE);
        fitting("calendars", type, QuestionType.DATE);
        fitting("when", type, QuestionType.DATE, QuestionType.PASSPORT);
        fitting("pattern", type, QuestionType.TEXT);
        fitting("max-length", type, QuestionType.TEXT, QuestionType.LONG_TEXT, QuestionType.NAME);
        fitting("historic", type, QuestionType.COUNTRY);
        fitting("passport-spelling", type, QuestionType.NAME);
        fitting("choices", type, QuestionType.CHOICE);
        fitting("generations", type, QuestionType.CHOICE);
        fitting("papers", type, QuestionType.DOCUMENTS);
        fitting("questions", type, QuestionType.GROUP);
        fitting("least", type, QuestionType.GROUP);
        fitting("most", type, QuestionType.GROUP, QuestionType.DOCUMENTS);
        return switch (type) {
            case TEXT, LONG_TEXT -> new Detail.Texts(maxLength(type), pattern());
            case NAME -> new Detail.Names(maxLength(type), block.flag("passport-spelling", true));
            case DATE -> new Detail.Dates(block.flag("partial", false), when(), calendars());
            case PASSPORT -> new Detail.Dates(false, when(), List.of());
            case COUNTRY -> new Detail.Lands(block.flag("historic", false));
            case CHOICE -> new Detail.Choices(choices(question.id()));
            case GROUP -> group(question);
            case DOCUMENTS -> files();
            case YES_NO, ADDRESS -> new Detail.Plain();
        };
    }

    private Detail group(Question question) {
        var read = members.apply(block.blocks("questions"));
        if (!block.has("questions")) faults.add(block.place(), "a group that asks nothing", "add `questions:`");
        var most = block.number("most", 1, LARGEST_GROUP);
        var least = block.has("least") ? block.number("least", 0, LARGEST_GROUP) : 0;
        if (least > most) faults.add(block.place("least"), "`least` is more than `most`", "let `most` be larger");
        var asked = read.stream().anyMatch(Question::inEligibilityCheck);
        if (question.inEligibilityCheck() && !asked && !read.isEmpty()) {
            faults.add(
                    block.place("eligibility-check"),
                    "the eligibility check asks nothing of this group",
                    "add `eligibility-check: true` to those of its questions that it asks");
        }
        if (!question.inEligibilityCheck() && asked) {
            faults.add(
                    block.place(),
                    "the eligibility check asks a question of a group that it does not ask",
                    "add `eligibility-check: true` to the group");
        }
        return new Detail.Group(read, least, most);
    }

    private Detail files() {
        var papers = block.words("papers");
        if (papers.isEmpty()) faults.add(block.place("papers"), "no papers are asked for", "list `papers:`");
        var most = block.has("most") ? block.number("most", 1, MOST_FILES) : MOST_FILES;
        return new Detail.Files(papers.stream().map(word -> word.text()).toList(), most);
    }

    private When when() {
        return block.has("when") ? block.oneOf("when", When.class).orElse(When.ANY) : When.ANY;
    }

    /// The Gregorian one is always there.
    private List<DateCalendar> calendars() {
        return block.manyOf("calendars", OFFERED).stream().distinct().toList();
    }

    private List<Choice> choices(String id) {
        var read = new ArrayList<Choice>();
        var generations = generations();
        var seen = new HashSet<String>();
        for (var code : block.words("choices")) {
            if (!code.text().matches("[a-z][a-z0-9-]*")) {
                faults.add(code.place(), "`" + code.text() + "` is no code", "use a to z, 0 to 9 and hyphens");
            }
            if (!seen.add(code.text())) {
                faults.add(code.place(), "`" + code.text() + "` stands twice", "keep one of them");
            }
            var label = "question." + id + ".choice." + code.text();
            var generation = read.size() < generations.size() ? generations.get(read.size()) : 0;
            read.add(new Choice(code.text(), texts.need(label, code.place()), generation));
        }
        if (block.has("generations") && generations.size() != read.size()) {
            faults.add(
                    block.place("generations"),
                    generations.size() + " `generations` for " + read.size() + " choices",
                    "write one number for each, 0 for who is no ancestor");
        }
        if (read.size() < 2) {
            faults.add(block.place("choices"), "a choice of fewer than two", "list at least two `choices:`");
        }
        return read;
    }

    /// How far back each choice leads, in the order of the choices; empty where the pack does not say.
    private List<Integer> generations() {
        var read = new ArrayList<Integer>();
        for (var word : block.words("generations")) {
            var isNumber = word.text().matches("[0-9]");
            if (!isNumber) {
                faults.add(
                        word.place(),
                        "`generations` is not a whole number from 0 to " + MOST_GENERATIONS,
                        "write such a number");
            }
            read.add(isNumber ? Integer.parseInt(word.text()) : 0);
        }
        return read;
    }

    private Optional<Pattern> pattern() {
        return block.optionalWord("pattern").flatMap(word -> Patterns.compile(word.text(), word.place(), faults));
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
