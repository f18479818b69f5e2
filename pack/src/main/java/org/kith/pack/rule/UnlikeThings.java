package org.kith.pack.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;

/// Says in the words of a pack's author what CEL says of types that do not go together.
final class UnlikeThings {
    private static final Pattern MESSAGE =
            Pattern.compile("found no matching overload for '(.+?)' applied to '\\((.*)\\)'.*", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("undefined field '(.+)'.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"'])[a-z][a-z0-9_]*(?![\\w.(\"'])");

    private final Map<String, Question> questions;
    private final String rule;

    UnlikeThings(Map<String, Question> questions, String rule) {
        this.questions = questions;
        this.rule = rule;
    }

    /// What is wrong, and the mend.
    record Told(String what, String mend) {}

    Told overload(String message) {
        var found = MESSAGE.matcher(message);
        if (!found.matches()) return new Told("the rule compares unlike things", "use a value of the answer's type");
        var types = types(found.group(2));
        var operator = operator(found.group(1));
        var what = switch (types.size()) {
            case 1 -> "the rule takes " + spoken(types.getFirst()) + " for something else, at " + operator;
            case 2 ->
                "the rule compares unlike things at " + operator + ": " + spoken(types.get(0)) + " and "
                        + spoken(types.get(1));
            default -> "the rule puts unlike things together at " + operator;
        };
        return new Told(what, mend(types));
    }

    Optional<Told> field(String message) {
        var found = FIELD.matcher(message);
        if (!found.matches()) return Optional.empty();
        var part = found.group(1);
        var before = Pattern.compile("([a-z][a-z0-9_]*)\\." + Pattern.quote(part) + "\\b")
                .matcher(rule);
        var question = before.find() ? Optional.ofNullable(questions.get(before.group(1))) : Optional.<Question>empty();
        var parts = question.map(each -> Vocabulary.partsOf(each.type())).orElse(java.util.Set.of());
        var named = question.map(each -> "`" + each.id() + "` has").orElse("that answer has");
        return Optional.of(new Told(
                named + " no part `" + part + "`",
                parts.isEmpty()
                        ? "use the answer as it is"
                        : "use one of "
                                + String.join(", ", parts.stream().sorted().toList())));
    }

    private String mend(List<String> types) {
        if (types.contains("kith.Date")) return "compare a part of the date: .year, .age, .earliest or .latest";
        if (types.contains("kith.Name")) return "compare a part of the name: .given or .family";
        if (types.contains("kith.Passport") || types.contains("kith.Address")) return "compare a part of it";
        if (types.stream().anyMatch(type -> type.startsWith("list(kith.group."))) {
            return "go through the group: " + first(QuestionType.GROUP, "it") + ".exists(x, …)";
        }
        if (types.stream().anyMatch(type -> type.startsWith("list("))) return "write `\"…\" in` before the list";
        if (types.contains("bool")) {
            var name = first(QuestionType.YES_NO, "");
            return name.isEmpty()
                    ? "what is true or false stands alone"
                    : "`" + name + "` is true or false; write `" + name + "` or `!" + name + "` alone";
        }
        return types.contains("int")
                ? "write a text in quotes, and a number without"
                : "use a value of the answer's type";
    }

    /// The first question of the type that the rule names.
    private String first(QuestionType type, String otherwise) {
        return NAME.matcher(rule)
                .results()
                .map(found -> found.group())
                .filter(name ->
                        questions.containsKey(name) && questions.get(name).type() == type)
                .findFirst()
                .orElse(otherwise);
    }

    private static List<String> types(String written) {
        return written.isBlank() ? List.of() : List.of(written.split(", ", -1));
    }

    private static String operator(String function) {
        var sign = function.replace("_", "").replace("@in", "in").replace("[]", "[ ]");
        return "`" + (sign.isBlank() ? function : sign) + "`";
    }

    private static String spoken(String type) {
        return switch (type) {
            case "bool" -> "true or false";
            case "string" -> "a text";
            case "int", "uint", "double" -> "a number";
            case "kith.Date" -> "a date";
            case "kith.Name" -> "a name";
            case "kith.Passport" -> "a passport";
            case "kith.Address" -> "an address";
            default ->
                type.startsWith("list(kith.group.")
                        ? "a group"
                        : type.startsWith("list(") ? "a list" : "one of a group";
        };
    }
}
