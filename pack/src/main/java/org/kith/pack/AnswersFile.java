package org.kith.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Detail;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.question.Questions;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;
import org.kith.pack.source.YamlFile;

/// Reads answers that someone wrote down by hand, in YAML or JSON: a line for each question, in the form of
/// [Answers#neutral].
final class AnswersFile {
    private final Questions questions;
    private final Faults faults;

    AnswersFile(Questions questions, Faults faults) {
        this.questions = questions;
        this.faults = faults;
    }

    Optional<Answers> read(String name, byte[] content) {
        var block = YamlFile.read(name, content, faults);
        if (block.isEmpty()) return Optional.empty();

        var answers = Answers.NONE;
        for (var id : new TreeSet<>(block.get().keys())) {
            var question = questions.all().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst();
            if (question.isEmpty()) {
                faults.add(block.get().place(id), "no question `" + id + "`", "use the id of a question");
                continue;
            }
            var stored = neutral(question.get(), question.get().id(), block.get());
            try {
                var read = Answers.ofNeutral(questions, Map.of(id, stored));
                answers = answers.with(id, read.to(id).orElseThrow());
            } catch (IllegalArgumentException _) {
                faults.add(block.get().place(id), "this cannot be an answer to `" + id + "`", form(question.get()));
            }
        }
        return faults.none() ? Optional.of(answers) : Optional.empty();
    }

    /// The form in which answers are kept, as far as it was written: what does not fit is told by whoever reads it.
    private static Object neutral(Question question, String key, Block block) {
        if (question.group().isPresent()) return items(question.group().get(), key, block);
        if (question.files().isPresent()) {
            return block.words(key).stream().map(Word::text).toList();
        }
        var parts = block.isBlock(key) ? block.block(key) : Optional.<Block>empty();
        if (parts.isEmpty()) {
            var written = block.text(key);
            return question.type() == QuestionType.YES_NO ? yesNo(written) : written;
        }
        var neutral = new LinkedHashMap<String, Object>();
        for (var part : parts.get().keys()) {
            var written = parts.get().optionalText(part).orElse("");
            neutral.put(part, part.equals("not_known") ? written.equals("true") : written);
        }
        return neutral;
    }

    private static Object items(Detail.Group group, String key, Block block) {
        var items = new ArrayList<Map<String, Object>>();
        var isWhole = block.isBlock(key);
        var whole = isWhole ? block.block(key) : Optional.<Block>empty();
        for (var each : whole.map(found -> found.blocks("items")).orElseGet(() -> block.blocks(key))) {
            var item = new LinkedHashMap<String, Object>();
            for (var name : each.keys()) {
                var member = group.member(name);
                item.put(name, member.isPresent() ? neutral(member.get(), name, each) : each.text(name));
            }
            items.add(item);
        }
        if (whole.isEmpty()) return items;
        return Map.of("items", items, "complete", whole.get().flag("complete", true));
    }

    private static Object yesNo(String written) {
        return switch (written) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> written;
        };
    }

    private static String form(Question question) {
        return switch (question.type()) {
            case TEXT, LONG_TEXT -> "write a text";
            case DATE -> "write 1931, 1931-04 or 1931-04-27";
            case COUNTRY -> "write three letters";
            case YES_NO -> "write yes or no";
            case CHOICE -> {
                var codes = new ArrayList<String>();
                question.choices().forEach(choice -> codes.add(choice.code()));
                yield "write one of " + String.join(", ", codes);
            }
            case NAME -> "write given, family, passport_given and passport_family below it";
            case ADDRESS -> "write country, lines, town, region and postcode below it";
            case GROUP -> "write a list, and for each the answers to the group's questions";
            case DOCUMENTS -> "write a list of papers that the question asks for";
            case PASSPORT -> "write number, issuer, nationality, surname, given and expires below it";
        };
    }
}
