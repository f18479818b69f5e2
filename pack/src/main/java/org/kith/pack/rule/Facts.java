package org.kith.pack.rule;

import com.google.common.collect.ImmutableList;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.PartialVars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Answers;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;

/// A person's answers as a rule sees them: values, and which of them are not known.
public final class Facts {
    private static final int MOST_WAYS = 64;

    private final Map<String, Object> values;
    private final Map<String, CelAttributePattern> unknown;
    /// Numbers that lie between two others, because a paper gives a date without its day or month.
    private final List<Uncertain> uncertain;

    /// A part of a date.
    ///
    /// @param item which of a group, or -1 for an answer of its own
    private record Uncertain(String question, int item, String member, String part, long least, long most) {}

    private Facts(Map<String, Object> values, Map<String, CelAttributePattern> unknown, List<Uncertain> uncertain) {
        this.values = new HashMap<>(values);
        this.unknown = new TreeMap<>(unknown);
        this.uncertain = new ArrayList<>(uncertain);
    }

    public static Facts of(List<Question> questions, Answers answers, LocalDate today) {
        var facts = new Facts(Map.of(), Map.of(), List.of());
        facts.values.put(Vocabulary.TODAY, facts.partsOf(Vocabulary.TODAY, -1, "", PartialDate.of(today), today));
        for (var question : questions) {
            var id = question.id();
            var value =
                    answers.to(id).flatMap(answer -> Optional.ofNullable(facts.asVariable(id, -1, "", answer, today)));
            value.ifPresentOrElse(known -> facts.values.put(id, known), () -> facts.unknown(id));
        }
        return facts;
    }

    /// What CEL computes with; `null` for what is not known.
    private @Nullable Object asVariable(String question, int item, String member, Value value, LocalDate today) {
        return switch (value) {
            case Value.NotKnown() -> null;
            case Value.Day(var date) -> partsOf(question, item, member, date, today);
            case Value.Text(var text) -> text;
            case Value.Country(var code) -> code;
            case Value.Choice(var code) -> code;
            case Value.YesNo(var yes) -> yes;
            case Value.Name name -> name.neutral();
            case Value.Address address -> address.neutral();
            case Value.Passport passport -> partsOf(question, passport, today);
            case Value.Group(var items, var complete) -> complete ? list(question, items, today) : null;
            case Value.Documents(var given) ->
                given.stream().map(Value.Given::paper).distinct().toList();
        };
    }

    /// What one of a group has not answered is left out of its map. CEL takes that for an error, which `&&`, `||`,
    /// `exists` and `all` pass on as they do with an unknown value, and which a rule takes as unknown.
    private List<Map<String, Object>> list(String question, List<Value.Item> items, LocalDate today) {
        var list = new ArrayList<Map<String, Object>>();
        for (var item : items) {
            var parts = new HashMap<String, Object>();
            item.answers().forEach((member, answer) -> {
                var known = asVariable(question, list.size(), member, answer, today);
                if (known != null) parts.put(member, known);
            });
            list.add(parts);
        }
        return list;
    }

    /// These facts, and what the clauses of a ground said.
    public Facts with(Map<String, Outcome> clauses) {
        var more = new Facts(values, unknown, uncertain);
        clauses.forEach((clause, outcome) -> {
            switch (outcome) {
                case MET -> more.values.put(clause, true);
                case NOT_MET -> more.values.put(clause, false);
                case UNKNOWN -> more.unknown(clause);
            }
        });
        return more;
    }

    /// Every way in which the dates could be that these names leave uncertain; empty if they leave none, or too many.
    List<Facts> everyWay(Set<String> names) {
        var open =
                uncertain.stream().filter(each -> names.contains(each.question)).toList();
        var ways = open.isEmpty() ? List.<Facts>of() : List.of(this);
        for (var each : open) {
            var next = new ArrayList<Facts>();
            for (var way : ways) {
                for (var number = each.least; number <= each.most; number++) next.add(way.settled(each, number));
            }
            if (next.size() > MOST_WAYS) return List.of();
            ways = next;
        }
        return ways;
    }

    private Facts settled(Uncertain open, long number) {
        var settled = new Facts(values, unknown, uncertain);
        settled.values.computeIfPresent(open.question, (_, known) -> {
            if (open.item < 0) return with(known, open.part, number);
            var list = new ArrayList<Object>((List<?>) known);
            var item = list.get(open.item);
            list.set(open.item, with(item, open.member, with(((Map<?, ?>) item).get(open.member), open.part, number)));
            return list;
        });
        settled.unknown.remove(open.question + "." + open.part);
        return settled;
    }

    private static Map<Object, Object> with(@Nullable Object map, String key, Object value) {
        var changed = new HashMap<Object, Object>(map == null ? Map.of() : (Map<?, ?>) map);
        changed.put(key, value);
        return changed;
    }

    PartialVars asVariables() {
        return PartialVars.of(name -> Optional.ofNullable(values.get(name)), ImmutableList.copyOf(unknown.values()));
    }

    private void unknown(String name) {
        unknown.put(name, CelAttributePattern.fromQualifiedIdentifier(name));
    }

    private Map<String, Object> partsOf(String question, int item, String member, PartialDate date, LocalDate today) {
        var parts = new HashMap<String, Object>();
        var earliest = date.earliest();
        var latest = date.latest();
        parts.put("earliest", earliest.toString());
        parts.put("latest", latest.toString());
        number(parts, new Uncertain(question, item, member, "year", earliest.getYear(), latest.getYear()));
        number(parts, new Uncertain(question, item, member, "age", date.leastYearsOn(today), date.mostYearsOn(today)));
        return parts;
    }

    private void number(Map<String, Object> parts, Uncertain number) {
        if (number.least == number.most) {
            parts.put(number.part, number.least);
            return;
        }
        uncertain.add(number);
        if (number.item < 0) unknown(number.question + "." + number.part);
    }

    private Map<String, Object> partsOf(String question, Value.Passport passport, LocalDate today) {
        var parts = new HashMap<String, Object>();
        parts.put("number", passport.number());
        parts.put("issuer", passport.issuer());
        parts.put("nationality", passport.nationality());
        parts.put("surname", passport.surname());
        parts.put("given", passport.given());
        parts.put("expires", partsOf(question, -1, "expires", PartialDate.of(passport.expires()), today));
        return parts;
    }
}
