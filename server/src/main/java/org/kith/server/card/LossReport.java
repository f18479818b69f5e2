package org.kith.server.card;

import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Details;
import org.kith.server.card.CardTransitions.Party;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Suspends a card at its holder's word, at once.
@Service
public class LossReport {
    private final Cards cards;
    private final CardLife life;

    LossReport(Cards cards, CardLife life) {
        this.cards = cards;
        this.life = life;
    }

    /// False where the card is not theirs or not active; nothing is changed then.
    @Transactional
    public boolean lost(CardId id, PersonId holder) {
        return cards.lock(id)
                .filter(card -> card.person().equals(holder))
                .flatMap(card -> life.take(
                        card, CardStep.REPORT_LOST, Party.HOLDER, Actor.of(holder), Deed.LOST_REPORTED, Details.none()))
                .isPresent();
    }
}
