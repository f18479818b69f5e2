package org.kith.pack.eligibility;

import java.util.List;
import java.util.Optional;
import org.kith.pack.rule.Outcome;

/// What came of a clause, and the answers it rests on.
///
/// @param ruledOut whether it is not known, and nothing is asked that would settle it
/// @param cureKey what would change it, if it is not met and the pack says so for this clause
/// @param open the questions that it speaks of and that have no answer; what is left out of a group is not among them
/// @param rule the clause as the pack writes it
public record ClauseTrace(
        String clause,
        String textKey,
        Outcome result,
        List<Said> said,
        List<String> open,
        boolean ruledOut,
        Optional<String> cureKey,
        String rule) {
    public ClauseTrace {
        said = List.copyOf(said);
        open = List.copyOf(open);
    }
}
