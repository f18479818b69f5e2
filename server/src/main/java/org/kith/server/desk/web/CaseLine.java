package org.kith.server.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.pack.question.Detail;
import org.kith.pack.question.Question;
import org.kith.pack.question.Topic;
import org.kith.pack.question.Value;
import org.kith.server.application.Said;
import org.kith.server.desk.web.CaseSections.Reading;

/// The ancestors that a person named: each of a group of them, or the one they chose from a list.
final class CaseLine {
    private CaseLine() {}

    /// One of them.
    ///
    /// @param question by which they were named
    /// @param step     the id they have in the group; empty where there is but one
    /// @param back     how many generations
    record Named(Question question, String step, int back, String relation, String said) {}

    /// In the order in which they were named.
    static List<Named> of(Reading reading) {
        return reading.pack().questions().all().stream()
                .filter(reading::shows)
                .flatMap(question -> question.group().isPresent() ? each(question, reading) : one(question, reading))
                .toList();
    }

    /// The one that a choice names; what was said of them stands in questions that the same papers prove.
    private static Stream<Named> one(Question question, Reading reading) {
        return chosen(question, reading.given().to(question.id()))
                .map(choice -> new Named(
                        question,
                        "",
                        choice.generation(),
                        reading.texts().text(choice.labelKey()),
                        companions(question, reading)))
                .stream();
    }

    private static Stream<Named> each(Question group, Reading reading) {
        var readable = reading.readable(group);
        var relation = readable.group().map(Detail.Group::members).orElse(List.of()).stream()
                .filter(member -> member.choices().stream().anyMatch(choice -> choice.generation() > 0))
                .findFirst();
        if (relation.isEmpty()) return Stream.empty();

        var member = relation.get();
        var others = new ArrayList<>(readable.group().map(Detail.Group::members).orElse(List.of()));
        others.remove(member);
        var rest = readable.keeping(others);
        return reading.given().to(group.id(), Value.Group.class).stream()
                .flatMap(said -> said.items().stream())
                .flatMap(item -> chosen(member, item.to(member.name())).stream()
                        .map(choice -> new Named(
                                group,
                                item.id(),
                                choice.generation(),
                                reading.texts().text(choice.labelKey()),
                                Said.of(rest, item, reading.pack().questions().countries(), reading.texts()))));
    }

    private static Optional<org.kith.pack.question.Choice> chosen(Question question, Optional<Value> value) {
        return value.filter(Value.Choice.class::isInstance)
                .map(Value.Choice.class::cast)
                .flatMap(choice -> question.choice(choice.code()))
                .filter(choice -> choice.generation() > 0);
    }

    private static String companions(Question question, Reading reading) {
        var pack = reading.pack();
        var proved = pack.evidence().proving(question.id()).stream()
                .flatMap(paper -> paper.proves().stream())
                .collect(Collectors.toSet());
        return pack.questions().all().stream()
                .filter(each -> proved.contains(each.id()) && !each.id().equals(question.id()))
                .filter(each -> each.topic() == Topic.FAMILY && reading.shows(each))
                .flatMap(each -> reading.given().to(each.id()).stream()
                        .map(value -> Said.of(each, value, pack.questions().countries(), reading.texts())))
                .collect(Collectors.joining(", "));
    }
}
