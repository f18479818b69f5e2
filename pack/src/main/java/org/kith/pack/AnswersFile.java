package org.kith.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Detail;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.question.Questions;
import org.kith.pack.question.Value;
import org.kith.pack.rule.Nearest;
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
        var ids = questions.all().stream().map(Question::id).toList();
        var answers = Answers.NONE;
        for (var id : new TreeSet<>(block.get().keys())) {
            if (!ids.contains(id)) {
                faults.add(
                        block.get().place(id), "no question `" + id + "`", meant(id, ids, "use the id of a question"));
                continue;
            }
            var value = value(questions.question(id), id, "`" + id + "`", block.get());
            if (value.isPresent()) answers = answers.with(id, value.get());
        }
        return faults.none() ? Optional.of(answers) : Optional.empty();
    }

    /// An answer, or what is wrong with it.
    ///
    /// @param called the question as a fault names it
    private Optional<Value> value(Question question, String key, String called, Block block) {
        if (question.group().isPresent())
            return group(question, question.group().get(), key, block);
        var mark = faults.mark();
        var stored = neutral(question, key, called, block);
        if (!faults.cleanSince(mark)) return Optional.empty();
        try {
            var value =
                    Answers.ofNeutral(questions, Map.of(question.id(), stored)).to(question.id());
            if (value.filter(this::exists).isPresent()) return value;
        } catch (IllegalArgumentException _) {
            // told below: the cause would say no more
        }
        faults.add(block.place(key), "this cannot be an answer to " + called, AnswerForms.of(question));
        return Optional.empty();
    }

    private boolean exists(Value value) {
        return !(value instanceof Value.Country(var code))
                || questions.countries().knowsOrKnew(code);
    }

    /// A list alone is complete; one that is not is written with `items` and `complete: false`.
    private Optional<Value> group(Question question, Detail.Group group, String key, Block block) {
        var whole = block.isBlock(key) ? block.block(key) : Optional.<Block>empty();
        if (whole.isPresent() && whole.get().flag("not_known", false)) return Optional.of(new Value.NotKnown());
        if (whole.isPresent() && !whole.get().has("items")) {
            faults.add(
                    block.place(key),
                    "`" + key + "` is a group, and this is no list",
                    "write a list: a hyphen before each entry");
            return Optional.empty();
        }
        var entries = whole.map(found -> found.blocks("items")).orElseGet(() -> block.blocks(key));
        var items = entries.stream()
                .map(entry -> item(question, group, entries.indexOf(entry) + 1, entry))
                .toList();
        return Optional.of(new Value.Group(
                items, whole.map(found -> found.flag("complete", true)).orElse(true)));
    }

    private Value.Item item(Question question, Detail.Group group, int number, Block entry) {
        var where = "entry " + number + " of `" + question.id() + "`";
        var names = group.members().stream().map(Question::name).toList();
        var answers = new LinkedHashMap<String, Value>();
        for (var name : entry.keys()) {
            if (name.equals("item")) continue;
            var member = group.member(name);
            if (member.isEmpty()) {
                faults.add(
                        entry.place(name),
                        where + " is not asked for `" + name + "`",
                        meant(name, names, "use one of " + String.join(", ", names)));
                continue;
            }
            value(member.get(), name, "`" + name + "` in " + where, entry).ifPresent(value -> answers.put(name, value));
        }
        return new Value.Item(String.valueOf(number), answers);
    }

    /// The form in which answers are kept, as far as it was written: what does not fit is told by whoever reads it.
    private Object neutral(Question question, String key, String called, Block block) {
        if (question.files().isPresent()) {
            return block.words(key).stream().map(Word::text).toList();
        }
        var parts = block.isBlock(key) ? block.block(key) : Optional.<Block>empty();
        if (parts.isEmpty()) {
            var written = block.text(key);
            return question.type() == QuestionType.YES_NO ? yesNo(written) : written;
        }
        var known = AnswerForms.partsOf(question.type());
        var neutral = new LinkedHashMap<String, Object>();
        for (var part : parts.get().keys()) {
            if (!part.equals("not_known") && !known.isEmpty() && !known.contains(part)) {
                faults.add(
                        parts.get().place(part),
                        called + " has no part `" + part + "`",
                        meant(part, known, "use one of " + String.join(", ", known)));
            }
            var written = parts.get().optionalText(part).orElse("");
            neutral.put(part, part.equals("not_known") ? written.equals("true") : written);
        }
        return neutral;
    }

    private static String meant(String name, List<String> known, String otherwise) {
        return Nearest.of(name, known, List.of())
                .map(near -> "did you mean `" + near + "`")
                .orElse(otherwise);
    }

    private static Object yesNo(String written) {
        return switch (written) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> written;
        };
    }
}
