package org.kith.server.card;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Details;
import org.kith.server.card.CardTransitions.Party;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Closes cards whose last day has passed, and forgets copies that have run out.
@Component
class ExpireCards {
    private static final int AT_ONCE = 200;
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final Cards cards;
    private final CardCopies copies;
    private final CardLife life;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpireCards(Cards cards, CardCopies copies, CardLife life, TransactionTemplate transaction, Clock clock) {
        this.cards = cards;
        this.copies = copies;
        this.life = life;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void round() {
        while (transaction.execute(_ -> expireSome()) == AT_ONCE) {
            // The next lot.
        }
        while (copies.removeOver(clock.instant().minus(REMEMBERED), AT_ONCE) == AT_ONCE) {
            // The next lot.
        }
    }

    private int expireSome() {
        var past = cards.past(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), AT_ONCE);
        past.forEach(
                card -> life.take(card, CardStep.EXPIRE, Party.TIME, Actor.house(), Deed.CARD_EXPIRED, Details.none()));
        return past.size();
    }
}
