package org.kith.server.decision;

import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Code;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.springframework.stereotype.Component;

/// Writes into the journal what was done with a decision, in the case that it is about.
@Component
class DecisionJournal {
    private final Journal journal;

    DecisionJournal(Journal journal) {
        this.journal = journal;
    }

    void record(Deed deed, Actor who, Decision decision) {
        var details = Details.of(Detail.DECISION, decision.id().value());
        var ground = decision.ground();
        journal.record(
                deed,
                who,
                decision.person(),
                caseOf(decision.subject()),
                ground == null ? details : details.and(Detail.GROUND, new Code(ground)));
    }

    static Case caseOf(Subject subject) {
        return new Case(
                switch (subject.kind()) {
                    case APPLICATION -> CaseKind.APPLICATION;
                    case CARD -> CaseKind.CARD;
                },
                subject.id());
    }
}
