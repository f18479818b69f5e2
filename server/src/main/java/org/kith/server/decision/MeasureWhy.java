package org.kith.server.decision;

import java.util.List;

/// Why an officer takes a measure.
///
/// @param cause    of the pack; empty where there is none: to restore, or to withdraw a notice
/// @param lookedAt codes of the papers that the officer looked at
/// @param reason   in words that the holder reads
/// @param language tag of the language they wrote in
public record MeasureWhy(String cause, List<String> lookedAt, String reason, String language) {
    public MeasureWhy {
        if (reason.isBlank()) throw new IllegalArgumentException("A measure gives its reason in words.");
        lookedAt = List.copyOf(lookedAt);
    }

    DecisionWords words() {
        return DecisionWords.reasons(reason).restingOn(lookedAt, "").writtenIn(language);
    }

    @Override
    public String toString() {
        return "MeasureWhy[" + cause + "]";
    }
}
