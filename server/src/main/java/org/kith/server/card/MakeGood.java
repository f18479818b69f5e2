package org.kith.server.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kith.server.application.Deadlines;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.Cards.Validity;
import org.kith.server.decision.RevocationOverturned;
import org.kith.server.notify.Outbox;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/// Gives a holder another card where theirs was revoked wrongly: with the same words and the same last day, on
/// positions
/// of its own. **What was once revoked is never valid again**: whoever kept that answer must not be made wrong by it.
/// The
/// event may come twice; a card has one successor.
@Service
class MakeGood {
    private final Cards cards;
    private final Showing showing;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    MakeGood(Cards cards, Showing showing, Deadlines deadlines, Outbox outbox, Journal journal, Clock clock) {
        this.cards = cards;
        this.showing = showing;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(RevocationOverturned overturned) {
        var over = cards.lock(new CardId(overturned.subjectId())).orElseThrow();
        var words = cards.words(over);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        // Nothing is left to make good where its last day passed meanwhile, or its holder has left.
        if (words.isEmpty() || today.isAfter(over.validUntil())) return;

        var added = cards.addInPlaceOf(over, words.get(), new Validity(today, over.validUntil()), clock.instant());
        if (added.isEmpty()) return;

        var card = added.get();
        showing.first(card);
        deadlines.cardStands(card.application());
        outbox.tell(card.person(), card.id().value());
        journal.record(
                Deed.CARD_ISSUED,
                Actor.house(),
                card.person(),
                card.id().asCase(),
                Details.of(Detail.APPLICATION, card.application().value())
                        .and(Detail.DECISION, overturned.decisionId())
                        .and(Detail.CARD, over.id().value())
                        .and(Detail.ENDS_ON, card.validUntil()));
    }
}
