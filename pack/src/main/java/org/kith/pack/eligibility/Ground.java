package org.kith.pack.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kith.pack.rule.Rule;

/// One way to belong, as the law words it and as plain words do.
///
/// @param until the last day on which the ground is in force, if one is set
public record Ground(
        String id,
        List<Clause> clauses,
        Rule rule,
        String lawKey,
        String yesKey,
        String noKey,
        String unknownKey,
        String cureKey,
        List<EvidenceNeed> evidence,
        LocalDate from,
        Optional<LocalDate> until) {

    public Ground {
        clauses = List.copyOf(clauses);
        evidence = List.copyOf(evidence);
    }

    public String titleKey() {
        return "ground." + id + ".title";
    }

    public boolean isInForce(LocalDate on) {
        return !on.isBefore(from) && until.map(last -> !on.isAfter(last)).orElse(true);
    }
}
