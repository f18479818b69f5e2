package org.kith.server.decision;

import java.util.UUID;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;

/// Names a decision inside the system; people are given its [DecisionNumber].
public record DecisionId(UUID value) {
    static DecisionId random() {
        return new DecisionId(UUID.randomUUID());
    }

    Case asCase() {
        return new Case(CaseKind.DECISION, value);
    }
}
