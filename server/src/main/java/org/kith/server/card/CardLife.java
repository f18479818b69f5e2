package org.kith.server.card;

import java.time.Clock;
import java.util.Optional;
import org.kith.credential.status.Status;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.Card.Hold;
import org.kith.server.card.CardTransitions.Party;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.Judged;
import org.kith.server.decision.Measure;
import org.kith.server.decision.Subject;
import org.kith.server.programme.Programme;
import org.kith.server.status.StatusPositions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one way in which a card changes: row, every copy's status and journal entry in one transaction.
@Service
class CardLife implements Judged {
    private final Cards cards;
    private final CardCopies copies;
    private final StatusPositions positions;
    private final PhotoBehind photo;
    private final Programme programme;
    private final Journal journal;
    private final Clock clock;

    CardLife(
            Cards cards,
            CardCopies copies,
            StatusPositions positions,
            PhotoBehind photo,
            Programme programme,
            Journal journal,
            Clock clock) {
        this.cards = cards;
        this.copies = copies;
        this.positions = positions;
        this.photo = photo;
        this.programme = programme;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CARD;
    }

    @Override
    public String printed(Subject subject) {
        return cards.find(new CardId(subject.id()))
                .map(card -> card.number()
                        .printed(programme
                                .version(card.pack())
                                .programme()
                                .card()
                                .numberPrefix()))
                .orElse("");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Held> lock(Subject subject) {
        return cards.lock(new CardId(subject.id()))
                .map(card -> new Held(card.person(), card.pack(), card.possibleMeasures()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void carryOut(Subject subject, Measure measure, DecisionId decision, Actor.Officer officer) {
        var card = cards.lock(new CardId(subject.id())).orElseThrow();
        var details = Details.of(Detail.DECISION, decision.value());
        if (take(card, CardTransitions.step(measure), Party.DECISION, officer, measure.deed(), details)
                .isEmpty()) {
            throw new IllegalStateException("no " + measure + " of a card that is " + card.stage());
        }
    }

    /// Takes a step of a locked card; empty where the table has none such.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Card> take(Card locked, CardStep step, Party by, Actor who, Deed deed, Details details) {
        var to = CardTransitions.after(locked.stage(), step, by);
        if (to.isEmpty()) return Optional.empty();

        var moved = cards.move(locked, to.get(), hold(to.get(), by));
        follow(moved);
        photo.follow(moved);
        journal.record(deed, who, moved.person(), moved.id().asCase(), details);
        return Optional.of(moved);
    }

    /// Every copy that can still be shown says what the card says. A card that ran out needs nothing: each code names
    /// its own end.
    private void follow(Card card) {
        var status = switch (card.stage()) {
            case ACTIVE -> Status.VALID;
            case SUSPENDED -> Status.SUSPENDED;
            case REVOKED, REPLACED, GIVEN_BACK -> Status.INVALID;
            case EXPIRED -> null;
        };
        if (status == null) return;
        copies.counting(card.id(), clock.instant()).forEach(copy -> positions.set(copy.status(), status));
    }

    private static @org.jspecify.annotations.Nullable Hold hold(CardStage to, Party by) {
        if (to != CardStage.SUSPENDED) return null;
        return by == Party.HOLDER ? Hold.HOLDER : Hold.DECISION;
    }
}
