package org.kith.server.card;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kith.credential.status.Status;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.CardCopy.Kind;
import org.kith.server.card.CopyResult.Ended;
import org.kith.server.card.CopyResult.Made;
import org.kith.server.card.CopyResult.NotActive;
import org.kith.server.card.CopyResult.NotYours;
import org.kith.server.card.CopyResult.TooMany;
import org.kith.server.status.StatusPositions;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes and ends the copies in which a card is shown. Each has a status position of its own.
@Service
public class Showing {
    /// Prints that count at a time.
    public static final int MOST_PRINTS = 10;

    /// Codes made for one card in a day, on screens and paper together.
    private static final int MOST_IN_A_DAY = 40;

    private static final Duration ON_SCREEN = Duration.ofHours(24);
    /// A code on a screen is made anew while the old one still lasts for whoever is reading it.
    private static final Duration STILL_FRESH = Duration.ofHours(12);

    private final Cards cards;
    private final CardCopies copies;
    private final StatusPositions positions;
    private final Journal journal;
    private final Clock clock;

    Showing(Cards cards, CardCopies copies, StatusPositions positions, Journal journal, Clock clock) {
        this.cards = cards;
        this.copies = copies;
        this.positions = positions;
        this.journal = journal;
        this.clock = clock;
    }

    /// The code for the holder's screen: the one they have, while it is fresh, or a new one.
    @Transactional
    public CopyResult onScreen(CardId id, PersonId holder) {
        var card = cards.lock(id).filter(each -> each.person().equals(holder));
        if (card.isEmpty()) return new NotYours();
        if (!card.get().isActive()) return new NotActive();
        var now = clock.instant();
        var fresh = counting(id, Kind.SCREEN).stream()
                .filter(copy -> now.isBefore(copy.madeAt().plus(STILL_FRESH)))
                .findFirst();
        if (fresh.isPresent()) return new Made(fresh.get());

        return make(card.get(), Kind.SCREEN);
    }

    /// A new code for the screen; those before it end, so that nobody who saw them can tell it is the same card.
    @Transactional
    public CopyResult renewed(CardId id, PersonId holder) {
        var card = cards.lock(id).filter(each -> each.person().equals(holder));
        if (card.isEmpty()) return new NotYours();
        if (!card.get().isActive()) return new NotActive();

        var made = make(card.get(), Kind.SCREEN);
        if (made instanceof Made(var copy)) {
            counting(id, Kind.SCREEN).stream()
                    .filter(each -> !each.equals(copy))
                    .forEach(this::end);
        }
        return made;
    }

    @Transactional
    public CopyResult print(CardId id, PersonId holder) {
        var card = cards.lock(id).filter(each -> each.person().equals(holder));
        if (card.isEmpty()) return new NotYours();
        if (!card.get().isActive()) return new NotActive();
        if (counting(id, Kind.PRINT).size() >= MOST_PRINTS) return new TooMany();

        var made = make(card.get(), Kind.PRINT);
        if (made instanceof Made(var copy)) record(Deed.CARD_PRINTED, card.get(), copy);
        return made;
    }

    /// Ends one print alone; the card and its other copies stay as they are.
    @Transactional
    public CopyResult end(CardCopy.Id copyId, PersonId holder) {
        var copy = copies.find(copyId);
        var card = copy.flatMap(each -> cards.lock(each.card()))
                .filter(each -> each.person().equals(holder));
        if (card.isEmpty()) return new NotYours();
        if (!copy.get().countsAt(clock.instant())) return new Ended();

        end(copy.get());
        record(Deed.PRINT_ENDED, card.get(), copy.get());
        return new Ended();
    }

    /// Ends every code for the screen; the next that is asked for is a new one.
    @Transactional
    public void endOnScreen(CardId id, PersonId holder) {
        var card = cards.lock(id).filter(each -> each.person().equals(holder));
        if (card.isPresent()) counting(id, Kind.SCREEN).forEach(this::end);
    }

    /// Prints that have not run out, ended ones too, the newest first.
    public List<CardCopy> prints(CardId card) {
        return copies.prints(card);
    }

    /// A new card comes with a code for the screen.
    @Transactional(propagation = Propagation.MANDATORY)
    void first(Card card) {
        add(card, Kind.SCREEN);
    }

    private CopyResult make(Card card, Kind kind) {
        var dayAgo = clock.instant().minus(Duration.ofDays(1));
        return copies.madeSince(card.id(), dayAgo, Kind.SCREEN, Kind.PRINT) < MOST_IN_A_DAY
                ? new Made(add(card, kind))
                : new TooMany();
    }

    private CardCopy add(Card card, Kind kind) {
        var now = clock.instant();
        return copies.add(card.id(), kind, positions.reserve(), now, endOf(card, kind, now));
    }

    private static Instant endOf(Card card, Kind kind, Instant now) {
        var dayLater = now.plus(ON_SCREEN);
        return kind == Kind.SCREEN && dayLater.isBefore(card.endsAt()) ? dayLater : card.endsAt();
    }

    private void end(CardCopy copy) {
        copies.end(copy, clock.instant());
        positions.set(copy.status(), Status.INVALID);
    }

    private List<CardCopy> counting(CardId card, Kind kind) {
        return copies.counting(card, clock.instant()).stream()
                .filter(copy -> copy.kind() == kind)
                .toList();
    }

    private void record(Deed deed, Card card, CardCopy copy) {
        journal.record(
                deed,
                Actor.of(card.person()),
                card.person(),
                card.id().asCase(),
                Details.of(Detail.PRINT, copy.id().value()));
    }
}
