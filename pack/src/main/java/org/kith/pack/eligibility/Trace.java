package org.kith.pack.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kith.pack.rule.Outcome;

/// How the rules see a person's answers on a day: the same for the person, the check without an account and the
/// caseworker.
public record Trace(LocalDate on, List<GroundTrace> grounds) {
    public Trace {
        grounds = List.copyOf(grounds);
    }

    /// One ground is enough; as long as one is open, the answer is open.
    public Outcome overall() {
        if (grounds.stream().anyMatch(ground -> ground.result() == Outcome.MET)) return Outcome.MET;
        if (grounds.stream().anyMatch(ground -> ground.result() == Outcome.UNKNOWN)) return Outcome.UNKNOWN;
        return Outcome.NOT_MET;
    }

    public Optional<GroundTrace> ground(String id) {
        return grounds.stream().filter(trace -> trace.ground().equals(id)).findFirst();
    }

    /// One text for one trace, to compare and to sign: results without the answers behind them.
    public String canonical() {
        var text = new StringBuilder("on " + on + "\n");
        for (var ground : grounds) {
            text.append("ground ")
                    .append(ground.ground())
                    .append(' ')
                    .append(ground.result())
                    .append('\n');
            for (var clause : ground.clauses()) {
                text.append("clause ").append(clause.clause()).append(' ').append(clause.result());
                clause.said().forEach(said -> text.append(' ').append(said.question()));
                text.append('\n');
            }
        }
        return text.toString();
    }
}
