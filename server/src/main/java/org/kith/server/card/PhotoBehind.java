package org.kith.server.card;

import java.time.Clock;
import java.time.ZoneOffset;
import org.kith.server.application.Deadlines;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// From a card's end on, the time of the photo behind it runs; after a revocation, from the last day to appeal.
@Component
class PhotoBehind {
    private final Deadlines deadlines;
    private final Programme programme;
    private final Clock clock;

    PhotoBehind(Deadlines deadlines, Programme programme, Clock clock) {
        this.deadlines = deadlines;
        this.programme = programme;
        this.clock = clock;
    }

    void follow(Card card) {
        var now = clock.instant();
        switch (card.stage()) {
            case EXPIRED, GIVEN_BACK -> deadlines.cardEnded(card.application(), now);
            case REVOKED -> {
                var appeal = programme.version(card.pack()).programme().limits().appeal();
                deadlines.cardEnded(
                        card.application(),
                        now.atOffset(ZoneOffset.UTC).plus(appeal).toInstant());
            }
            // A card that takes its place rests on the same photo.
            case ACTIVE, SUSPENDED, REPLACED -> {}
        }
    }
}
