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
import org.kith.pack.question.Answers;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;

/// A person's answers as a rule sees them: values, and which of them are not known.
public final class Facts {
    private static final int MOST_UNCERTAIN = 4;

    private final Map<String, Object> values;
    private final Map<String, CelAttributePattern> unknown;
    /// Dates that papers give without day or month, so that one of two ages is true.
    private final Map<String, Ages> uncertain;

    private record Ages(long least, long most) {}

    private Facts(Map<String, Object> values, Map<String, CelAttributePattern> unknown, Map<String, Ages> uncertain) {
        this.values = new HashMap<>(values);
        this.unknown = new TreeMap<>(unknown);
        this.uncertain = new TreeMap<>(uncertain);
    }

    public static Facts of(List<Question> questions, Answers answers, LocalDate today) {
        var facts = new Facts(Map.of(), Map.of(), Map.of());
        facts.values.put(Vocabulary.TODAY, facts.partsOf(Vocabulary.TODAY, PartialDate.of(today), today));
        for (var question : questions) {
            var id = question.id();
            switch (answers.to(id).orElseGet(Value.NotKnown::new)) {
                case Value.NotKnown() -> facts.unknown(id);
                case Value.Day(var date) -> facts.values.put(id, facts.partsOf(id, date, today));
                case Value.Text(var text) -> facts.values.put(id, text);
                case Value.Country(var code) -> facts.values.put(id, code);
                case Value.Choice(var code) -> facts.values.put(id, code);
                case Value.YesNo(var yes) -> facts.values.put(id, yes);
                case Value.Name name -> facts.values.put(id, name.neutral());
                case Value.Passport passport -> facts.values.put(id, facts.partsOf(id, passport, today));
            }
        }
        return facts;
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

    /// Every way in which the ages could be that these names leave uncertain; empty if they leave none, or too many.
    List<Facts> everyAge(Set<String> names) {
        var open = uncertain.entrySet().stream()
                .filter(each -> names.contains(each.getKey()))
                .toList();
        if (open.isEmpty() || open.size() > MOST_UNCERTAIN) return List.of();

        var ways = List.of(this);
        for (var each : open) {
            var next = new ArrayList<Facts>();
            for (var way : ways) {
                next.add(way.aged(each.getKey(), each.getValue().least()));
                next.add(way.aged(each.getKey(), each.getValue().most()));
            }
            ways = next;
        }
        return ways;
    }

    private Facts aged(String name, long age) {
        var aged = new Facts(values, unknown, uncertain);
        var parts = new HashMap<String, Object>();
        if (values.get(name) instanceof Map<?, ?> known)
            known.forEach((part, value) -> parts.put((String) part, value));
        parts.put("age", age);
        aged.values.put(name, parts);
        aged.unknown.remove(name + ".age");
        return aged;
    }

    PartialVars asVariables() {
        return PartialVars.of(name -> Optional.ofNullable(values.get(name)), ImmutableList.copyOf(unknown.values()));
    }

    private void unknown(String name) {
        unknown.put(name, CelAttributePattern.fromQualifiedIdentifier(name));
    }

    private Map<String, Object> partsOf(String name, PartialDate date, LocalDate today) {
        var parts = new HashMap<String, Object>();
        parts.put("year", (long) date.year());
        parts.put("earliest", date.earliest().toString());
        parts.put("latest", date.latest().toString());
        var ages = new Ages(date.leastYearsOn(today), date.mostYearsOn(today));
        if (ages.least == ages.most) {
            parts.put("age", ages.least);
        } else {
            unknown(name + ".age");
            uncertain.put(name, ages);
        }
        return parts;
    }

    private Map<String, Object> partsOf(String name, Value.Passport passport, LocalDate today) {
        var parts = new HashMap<String, Object>();
        parts.put("number", passport.number());
        parts.put("issuer", passport.issuer());
        parts.put("nationality", passport.nationality());
        parts.put("surname", passport.surname());
        parts.put("given", passport.given());
        parts.put("expires", partsOf(name + ".expires", PartialDate.of(passport.expires()), today));
        return parts;
    }
}
