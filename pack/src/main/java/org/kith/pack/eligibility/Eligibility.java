package org.kith.pack.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Question;
import org.kith.pack.question.Questions;
import org.kith.pack.question.Value;
import org.kith.pack.rule.Facts;
import org.kith.pack.rule.Outcome;
import org.kith.pack.rule.Rule;

/// The grounds of a programme, applied to answers.
public final class Eligibility {
    private final List<Ground> grounds;
    private final Questions questions;

    public Eligibility(List<Ground> grounds, Questions questions) {
        this.grounds = List.copyOf(grounds);
        this.questions = questions;
    }

    public List<Ground> grounds() {
        return grounds;
    }

    public Optional<Ground> ground(String id) {
        return grounds.stream().filter(ground -> ground.id().equals(id)).findFirst();
    }

    /// Applies every ground that is in force on the day. The same answers, pack and day give the same trace.
    public Trace trace(Answers answers, LocalDate on) {
        var standing = questions.standing(answers, on);
        var facts = Facts.of(questions.all(), standing, on);
        var never = questions.ruledOut(answers, on);
        return new Trace(
                on,
                grounds.stream()
                        .filter(ground -> ground.isInForce(on))
                        .map(ground -> trace(ground, standing, facts, never))
                        .toList());
    }

    private GroundTrace trace(Ground ground, Answers standing, Facts facts, Set<String> never) {
        var clauses = new ArrayList<ClauseTrace>();
        var outcomes = new LinkedHashMap<String, Outcome>();
        for (var clause : ground.clauses()) {
            var result = clause.rule().on(facts);
            outcomes.put(clause.id(), result);
            clauses.add(trace(clause, result, standing, never));
        }
        var result = ground.rule().on(facts.with(outcomes));
        return new GroundTrace(
                ground.id(),
                ground.titleKey(),
                result,
                clauses,
                reason(ground, result),
                result == Outcome.MET ? Optional.empty() : Optional.of(ground.cureKey()),
                ground.lawKey(),
                ground.evidence().stream()
                        .filter(need -> need.mayBeNeeded(facts))
                        .toList(),
                ground.rule().source());
    }

    private ClauseTrace trace(Clause clause, Outcome result, Answers standing, Set<String> never) {
        var open = open(clause.rule(), standing);
        var ruledOut = result == Outcome.UNKNOWN && !open.isEmpty() && never.containsAll(open);
        return new ClauseTrace(
                clause.id(),
                clause.textKey(),
                result,
                said(clause.rule(), standing),
                open,
                ruledOut,
                result == Outcome.MET || ruledOut ? Optional.empty() : clause.cureKey(),
                clause.rule().source());
    }

    private static String reason(Ground ground, Outcome result) {
        return switch (result) {
            case MET -> ground.yesKey();
            case NOT_MET -> ground.noKey();
            case UNKNOWN -> ground.unknownKey();
        };
    }

    /// In the order of the questions, so that the trace does not depend on how the rule is written.
    private List<Said> said(Rule rule, Answers standing) {
        return questions.all().stream()
                .filter(question -> rule.names().contains(question.id()))
                .flatMap(question -> standing.to(question.id()).map(value -> new Said(question.id(), value)).stream())
                .toList();
    }

    private List<String> open(Rule rule, Answers standing) {
        return questions.all().stream()
                .map(Question::id)
                .filter(id -> rule.names().contains(id))
                .filter(id ->
                        standing.to(id).map(Value.NotKnown.class::isInstance).orElse(true))
                .toList();
    }
}
