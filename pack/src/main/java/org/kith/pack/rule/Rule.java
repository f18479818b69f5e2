package org.kith.pack.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Set;
import org.kith.pack.question.Question;

/// A compiled rule; safe to use from many threads.
public final class Rule {
    private final String source;
    private final Program program;
    private final Set<String> names;
    private final Set<Question> members;

    Rule(String source, Program program, Set<String> names, Set<Question> members) {
        this.members = Set.copyOf(members);
        this.source = source;
        this.program = program;
        this.names = Set.copyOf(names);
    }

    public Outcome on(Facts facts) {
        var outcome = once(facts);
        if (outcome != Outcome.UNKNOWN) return outcome;

        // "Born in 1931" leaves an age between two numbers; where the rule says the same for both, it has said it.
        var ways = facts.everyWay(names).stream().map(this::once).distinct().toList();
        return ways.size() == 1 ? ways.getFirst() : Outcome.UNKNOWN;
    }

    private Outcome once(Facts facts) {
        try {
            return switch (program.eval(facts.asVariables())) {
                case Boolean met -> met ? Outcome.MET : Outcome.NOT_MET;
                default -> Outcome.UNKNOWN;
            };
        } catch (CelEvaluationException _) {
            // A rule that cannot be worked out (a division by zero) tells nothing against anyone.
            return Outcome.UNKNOWN;
        }
    }

    /// The rule as the pack writes it.
    public String source() {
        return source;
    }

    /// The questions and clauses that the rule speaks of.
    public Set<String> names() {
        return names;
    }

    /// The questions of groups that the rule speaks of.
    Set<Question> members() {
        return members;
    }
}
