package org.kith.server.card;

import static org.kith.server.card.CardCopy.Kind.WALLET;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kith.credential.status.Status;
import org.kith.server.card.WalletCopy.Wanted;
import org.kith.server.status.ListPurpose;
import org.kith.server.status.StatusPositions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes and ends copies in wallets. **A copy's row is there before it is signed**: whatever happens to the card from
/// then on happens to the copy, also while it is on its way.
@Service
public class WalletCopies {
    /// Two wallets that fetch a whole batch in both formats each hour of a day.
    private static final int MOST_IN_A_DAY = 2_000;

    private final Cards cards;
    private final CardCopies copies;
    private final StatusPositions positions;
    private final Clock clock;

    WalletCopies(Cards cards, CardCopies copies, StatusPositions positions, Clock clock) {
        this.cards = cards;
        this.copies = copies;
        this.positions = positions;
        this.clock = clock;
    }

    /// What came of asking for copies.
    public sealed interface Result {
        record Made(Card card, List<WalletCopy> copies) implements Result {}

        /// Only a card that is active gets copies.
        record NotActive() implements Result {}

        record TooMany() implements Result {}
    }

    /// One for each key, each with a position of its own.
    @Transactional(propagation = Propagation.MANDATORY)
    public Result make(CardId id, UUID wallet, List<Wanted> wanted, Instant endsAt) {
        var card = cards.lock(id).filter(Card::isActive);
        if (card.isEmpty()) return new Result.NotActive();
        var now = clock.instant();
        var ends = endsAt.isBefore(card.get().endsAt()) ? endsAt : card.get().endsAt();
        if (!ends.isAfter(now)) return new Result.NotActive();
        var today = copies.madeSince(id, now.minus(Duration.ofDays(1)), WALLET);
        if (today + wanted.size() > MOST_IN_A_DAY) return new Result.TooMany();

        var reserved = positions.reserve(ListPurpose.WALLET, wanted.size());
        return new Result.Made(card.get(), copies.add(id, wallet, wanted, reserved, now, ends));
    }

    /// Ends every copy of a wallet that could still be shown.
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(UUID wallet) {
        var now = clock.instant();
        for (var copy : copies.ofWallet(wallet, now)) {
            copies.end(copy, now);
            positions.set(copy.status(), Status.INVALID);
        }
    }

    /// What a wallet says it no longer has.
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID wallet, List<UUID> ids) {
        var now = clock.instant();
        for (var copy : copies.ofWallet(wallet, now)) {
            if (!ids.contains(copy.id().value())) continue;
            copies.end(copy, now);
            positions.set(copy.status(), Status.INVALID);
        }
    }

    /// Forgets copies that nobody was sent.
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(List<WalletCopy> unsent) {
        unsent.forEach(copy -> copies.remove(copy.id()));
    }

    /// How many copies of a wallet can be shown now.
    public int living(UUID wallet) {
        return copies.ofWallet(wallet, clock.instant()).size();
    }
}
