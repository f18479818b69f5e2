package org.kith.server.card;

import java.util.UUID;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.decision.Subject;

/// Names a card inside the system; its holder is given its [CardNumber].
public record CardId(UUID value) {
    static CardId random() {
        return new CardId(UUID.randomUUID());
    }

    public Subject asSubject() {
        return new Subject(Subject.Kind.CARD, value);
    }

    public Case asCase() {
        return new Case(CaseKind.CARD, value);
    }
}
