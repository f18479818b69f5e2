package org.kith.server.decision;

import java.util.List;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What belongs to a verdict on an appeal once it is made, by one officer or by two, in its transaction.
@Component
class AppealEffects {
    private final Appeals appeals;
    private final Decisions decisions;
    private final Effects effects;
    private final List<Judged> judged;
    private final DecisionLetters letters;
    private final DecisionJournal journal;
    private final ApplicationEventPublisher events;

    AppealEffects(
            Appeals appeals,
            Decisions decisions,
            Effects effects,
            List<Judged> judged,
            DecisionLetters letters,
            DecisionJournal journal,
            ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.decisions = decisions;
        this.effects = effects;
        this.judged = judged;
        this.letters = letters;
        this.journal = journal;
        this.events = events;
    }

    void follow(Appeal appeal, Decision made, Actor.Officer officer) {
        appeals.close(appeal, made.id());
        switch (made.subject().kind()) {
            case APPLICATION -> effects.follow(made, officer);
            case CARD -> card(appeal, made, officer);
        }
    }

    /// A suspended card is put in order again. A revoked one is over for good, as every reader of its status relies on;
    /// another card takes its place.
    private void card(Appeal appeal, Decision made, Actor.Officer officer) {
        if (made.verdict() == Verdict.OVERTURN) {
            var appealed = decisions.find(appeal.decision()).orElseThrow();
            if (appealed.verdict() == Verdict.SUSPEND) restore(made, officer);
            else
                events.publishEvent(
                        new RevocationOverturned(made.subject().id(), made.id().value()));
        }
        letters.send(made.id());
        journal.record(made.verdict() == Verdict.OVERTURN ? Deed.APPEAL_OVERTURNED : Deed.APPEAL_UPHELD, officer, made);
    }

    /// It may have run out in the meantime.
    private void restore(Decision made, Actor.Officer officer) {
        judged.stream()
                .filter(register -> register.kind() == made.subject().kind())
                .filter(register -> register.lock(made.subject())
                        .filter(held -> held.possible().contains(Measure.RESTORE))
                        .isPresent())
                .forEach(register -> register.carryOut(made.subject(), Measure.RESTORE, made.id(), officer));
    }
}
