package org.kith.pack.eligibility;

import java.util.List;
import java.util.Optional;
import org.kith.pack.rule.Outcome;

/// What came of a ground, why, and what would change it.
///
/// @param cureKey empty if the ground is met
/// @param rule the ground's rule as the pack writes it
public record GroundTrace(
        String ground,
        String titleKey,
        Outcome result,
        List<ClauseTrace> clauses,
        String reasonKey,
        Optional<String> cureKey,
        String lawKey,
        List<EvidenceNeed> evidence,
        String rule) {
    public GroundTrace {
        clauses = List.copyOf(clauses);
        evidence = List.copyOf(evidence);
    }
}
