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
import org.kith.pack.question.Answers;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;

/// A person's answers as a rule sees them: values, and which of them are not known.
public final class Facts {
    private final Map<String, Object> values;
    private final List<CelAttributePattern> unknown;

    private Facts(Map<String, Object> values, List<CelAttributePattern> unknown) {
        this.values = values;
        this.unknown = unknown;
    }

    public static Facts of(List<Question> questions, Answers answers, LocalDate today) {
        var facts = new Facts(new HashMap<>(), new ArrayList<>());
        facts.date(Vocabulary.TODAY, PartialDate.of(today), today);
        for (var question : questions) {
            switch (answers.to(question.id()).orElseGet(Value.NotKnown::new)) {
                case Value.NotKnown() -> facts.unknown(question.id());
                case Value.Day(var date) -> facts.date(question.id(), date, today);
                case Value.Text(var text) -> facts.values.put(question.id(), text);
                case Value.Country(var code) -> facts.values.put(question.id(), code);
                case Value.Choice(var code) -> facts.values.put(question.id(), code);
                case Value.YesNo(var yes) -> facts.values.put(question.id(), yes);
                case Value.Name name -> facts.values.put(question.id(), name.neutral());
                case Value.Passport passport -> facts.passport(question.id(), passport, today);
            }
        }
        return facts;
    }

    /// These facts, and what the clauses of a ground said.
    public Facts with(Map<String, Outcome> clauses) {
        var more = new Facts(new HashMap<>(values), new ArrayList<>(unknown));
        clauses.forEach((clause, outcome) -> {
            switch (outcome) {
                case MET -> more.values.put(clause, true);
                case NOT_MET -> more.values.put(clause, false);
                case UNKNOWN -> more.unknown(clause);
            }
        });
        return more;
    }

    PartialVars asVariables() {
        return PartialVars.of(name -> Optional.ofNullable(values.get(name)), ImmutableList.copyOf(unknown));
    }

    private void unknown(String name) {
        unknown.add(CelAttributePattern.fromQualifiedIdentifier(name));
    }

    private void date(String name, PartialDate date, LocalDate today) {
        values.put(name, partsOf(name, date, today));
    }

    private Map<String, Object> partsOf(String name, PartialDate date, LocalDate today) {
        var parts = new HashMap<String, Object>();
        parts.put("year", (long) date.year());
        parts.put("earliest", date.earliest().toString());
        parts.put("latest", date.latest().toString());
        date.yearsOn(today).ifPresentOrElse(years -> parts.put("age", (long) years), () -> unknown(name + ".age"));
        return parts;
    }

    private void passport(String name, Value.Passport passport, LocalDate today) {
        var parts = new HashMap<String, Object>();
        parts.put("number", passport.number());
        parts.put("issuer", passport.issuer());
        parts.put("nationality", passport.nationality());
        parts.put("surname", passport.surname());
        parts.put("given", passport.given());
        parts.put("expires", partsOf(name + ".expires", PartialDate.of(passport.expires()), today));
        values.put(name, parts);
    }
}
