package org.kith.pack.eligibility;

import java.util.List;
import java.util.Optional;
import org.kith.pack.rule.Facts;
import org.kith.pack.rule.Outcome;
import org.kith.pack.rule.Rule;

/// Papers of the catalogue any one of which is enough.
///
/// @param when by which answers it is needed; always, where there is no such rule
/// @param each the group for each of whose people it is needed; once, where there is none
public record EvidenceNeed(List<String> anyOf, Optional<Rule> when, Optional<String> each) {
    public EvidenceNeed {
        anyOf = List.copyOf(anyOf);
    }

    /// As long as the answers leave it open, it may be needed, and is told.
    boolean mayBeNeeded(Facts facts) {
        return when.map(rule -> rule.on(facts) != Outcome.NOT_MET).orElse(true);
    }
}
