package org.kith.server.application;

import java.util.Map;
import java.util.stream.Collectors;
import org.kith.pack.question.Countries;
import org.kith.pack.question.Detail;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;
import org.kith.pack.question.ValueText;
import org.kith.pack.text.Texts;

/// An answer in words, a group with what was said of each.
public final class Said {
    private Said() {}

    public static String of(Question question, Value value, Countries countries, Texts texts) {
        if (!(value instanceof Value.Group(var items, var _)) || items.isEmpty()) {
            return ValueText.of(question, value, countries, texts);
        }
        var number = new int[1];
        return items.stream()
                .map(item -> pair(called(question, ++number[0], texts), of(question, item, countries, texts), texts))
                .collect(Collectors.joining("; "));
    }

    /// What was said of one of a group.
    public static String of(Question group, Value.Item item, Countries countries, Texts texts) {
        return group.group().map(Detail.Group::members).orElseThrow().stream()
                .flatMap(
                        member -> item.to(member.name()).stream().map(value -> member(member, value, countries, texts)))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// A yes or no says nothing without its question.
    private static String member(Question member, Value value, Countries countries, Texts texts) {
        var said = ValueText.of(member, value, countries, texts);
        if (!(value instanceof Value.YesNo) && !(value instanceof Value.NotKnown)) return said;
        return pair(texts.text(texts.has(member.shortKey()) ? member.shortKey() : member.labelKey()), said, texts);
    }

    private static String pair(String name, String value, Texts texts) {
        return texts.text("word.pair", Map.of("name", name, "value", value));
    }
    /// What one of a group is called, such as “Child 2”.
    public static String called(Question group, int number, Texts texts) {
        return texts.text(group.itemKey(), Map.of("number", number));
    }
}
