package org.kith.server.card;

import static org.kith.server.card.CardStage.ACTIVE;
import static org.kith.server.card.CardStage.EXPIRED;
import static org.kith.server.card.CardStage.REVOKED;
import static org.kith.server.card.CardStage.SUSPENDED;
import static org.kith.server.card.CardTransitions.Party.DECISION;
import static org.kith.server.card.CardTransitions.Party.HOLDER;
import static org.kith.server.card.CardTransitions.Party.TIME;

import java.util.List;
import java.util.Optional;
import org.kith.server.decision.Measure;

/// The one table of what may happen to a card, and who may do it. What is not here cannot happen. The state has no
/// other way than a numbered decision.
public final class CardTransitions {
    enum Party {
        DECISION,
        HOLDER,
        TIME
    }

    record Transition(CardStage from, CardStep step, CardStage to, Party who) {}

    static final List<Transition> TABLE = List.of(
            new Transition(ACTIVE, CardStep.SUSPEND, SUSPENDED, DECISION),
            new Transition(SUSPENDED, CardStep.RESTORE, ACTIVE, DECISION),
            new Transition(ACTIVE, CardStep.REVOKE, REVOKED, DECISION),
            new Transition(SUSPENDED, CardStep.REVOKE, REVOKED, DECISION),
            new Transition(ACTIVE, CardStep.REPORT_LOST, SUSPENDED, HOLDER),
            new Transition(ACTIVE, CardStep.EXPIRE, EXPIRED, TIME),
            new Transition(SUSPENDED, CardStep.EXPIRE, EXPIRED, TIME));

    private CardTransitions() {}

    static CardStep step(Measure measure) {
        return switch (measure) {
            case SUSPEND -> CardStep.SUSPEND;
            case RESTORE -> CardStep.RESTORE;
            case REVOKE -> CardStep.REVOKE;
        };
    }

    static Optional<CardStage> after(CardStage from, CardStep step, Party by) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.step() == step && row.who() == by)
                .map(Transition::to)
                .findFirst();
    }
}
