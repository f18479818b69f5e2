package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.CREDENTIAL_REQUEST_DENIED;
import static org.kith.server.wallet.WalletFault.Code.INVALID_TRANSACTION_ID;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.Card;
import org.kith.server.card.CardClaims;
import org.kith.server.card.CardId;
import org.kith.server.card.Cards;
import org.kith.server.card.WalletCopies;
import org.kith.server.card.WalletCopies.Result.Made;
import org.kith.server.card.WalletCopies.Result.NotActive;
import org.kith.server.card.WalletCopies.Result.TooMany;
import org.kith.server.card.WalletCopy.Wanted;
import org.kith.server.keys.KeysAway;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes copies of a card for a wallet that was let in: **first their rows, in one transaction that holds the
/// card; then the signatures**, with nothing held. A card that is revoked meanwhile takes the copies along.
@Service
public class Issuing {
    /// How long a wallet that waits is to wait before it asks again.
    public static final Duration INTERVAL = Duration.ofMinutes(1);

    private final WalletBook wallets;
    private final WalletCopies copies;
    private final Deliveries deliveries;
    private final Configurations configurations;
    private final Cards cards;
    private final CardClaims claims;
    private final Applications applications;
    private final Programme programme;
    private final Writing writing;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Issuing(
            WalletBook wallets,
            WalletCopies copies,
            Deliveries deliveries,
            Configurations configurations,
            Cards cards,
            CardClaims claims,
            Applications applications,
            Programme programme,
            Writing writing,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.wallets = wallets;
        this.copies = copies;
        this.deliveries = deliveries;
        this.configurations = configurations;
        this.cards = cards;
        this.claims = claims;
        this.applications = applications;
        this.programme = programme;
        this.writing = writing;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What a wallet is answered.
    public sealed interface Issued {
        /// As they are sent.
        ///
        /// @param notificationId by which it may say what became of them
        record Now(List<String> credentials, String notificationId) implements Issued {}

        /// Once there is a card.
        ///
        /// @param transactionId by which it asks again
        record Later(String transactionId) implements Issued {}
    }

    /// What one transaction has settled.
    private sealed interface Prepared {
        record Copies(Made made, String notificationId) implements Prepared {}

        record Waits(String transactionId) implements Prepared {}

        record Refused(WalletFault fault) implements Prepared {}
    }

    Issued issue(WalletId wallet, Configuration configuration, List<Jwk> keys) {
        var prepared = transaction.execute(_ -> {
            var copies = copies(wallet, configuration, keys);
            return copies.orElseGet(() -> new Prepared.Waits(deliveries.addWaiting(wallet, configuration, keys)));
        });
        return written(configuration, prepared);
    }

    /// Asked again for what was to come later. Once it has come, the number is over.
    Issued issueDeferred(WalletId wallet, String transactionId) {
        var waiting = deliveries
                .waiting(wallet, transactionId)
                .orElseThrow(() -> new WalletFault(INVALID_TRANSACTION_ID, "nothing is to come under that number"));
        var configuration = configurations.find(waiting.configuration()).orElseThrow();
        var prepared = transaction.execute(_ -> {
            if (!deliveries.lockWaiting(wallet, transactionId)) {
                return refused(INVALID_TRANSACTION_ID, "it came a moment ago");
            }
            var copies = copies(wallet, configuration, waiting.keys());
            return copies.orElseGet(() -> new Prepared.Waits(transactionId));
        });
        var issued = written(configuration, prepared);
        // Only now: whoever was not answered asks again.
        if (issued instanceof Issued.Now) {
            transaction.executeWithoutResult(_ -> deliveries.removeWaiting(transactionId));
        }
        return issued;
    }

    /// Empty while the card is being prepared.
    private Optional<Prepared> copies(WalletId id, Configuration configuration, List<Jwk> keys) {
        var wallet = wallets.lock(id);
        if (wallet.isEmpty()) return Optional.of(refused(CREDENTIAL_REQUEST_DENIED, "the wallet was removed"));
        var card = card(wallet.get());
        if (card.isEmpty()) {
            return Preparation.isUnderWay(wallet.get().person(), cards, applications)
                    ? Optional.empty()
                    : Optional.of(refused(CREDENTIAL_REQUEST_DENIED, "there is no card to copy"));
        }
        var wanted = keys.stream()
                .map(key -> new Wanted(configuration.format(), key))
                .toList();
        return Optional.of(
                switch (copies.make(card.get(), id.value(), wanted, end())) {
                    case Made made -> new Prepared.Copies(made, delivered(wallet.get(), made));
                    case NotActive() -> refused(CREDENTIAL_REQUEST_DENIED, "the card is not active");
                    case TooMany() -> refused(CREDENTIAL_REQUEST_DENIED, "too many copies today");
                });
    }

    /// A wallet that was let in before there was a card has the first that comes.
    private Optional<CardId> card(Wallet wallet) {
        if (wallet.card() != null) return Optional.of(wallet.card());
        var first = cards.ofPerson(wallet.person()).map(Card::id);
        first.ifPresent(card -> wallets.setCard(wallet.id(), card));
        return first;
    }

    private String delivered(Wallet wallet, Made made) {
        var card = made.card();
        journal.record(
                Deed.WALLET_COPIES_MADE,
                Actor.house(),
                card.person(),
                card.id().asCase(),
                Details.of(Detail.WALLET, wallet.id().value())
                        .and(Detail.COUNT, made.copies().size()));
        return deliveries.add(
                wallet.id(),
                made.copies().stream().map(copy -> copy.id().value()).toList());
    }

    private Issued written(Configuration configuration, @Nullable Prepared prepared) {
        return switch (Objects.requireNonNull(prepared)) {
            case Prepared.Waits(var transactionId) -> new Issued.Later(transactionId);
            case Prepared.Refused(var fault) -> throw fault;
            case Prepared.Copies(var made, var notificationId) -> {
                // As the pack says it that the card was issued under.
                var asIssued = configurations
                        .find(configuration.id(), programme.version(made.card().pack()))
                        .orElse(configuration);
                var said = claims.of(made.card(), asIssued.definition());
                yield new Issued.Now(signed(asIssued, said, made), notificationId);
            }
        };
    }

    /// Copies that could not be signed never were.
    private List<String> signed(Configuration configuration, Map<String, Object> said, Made made) {
        try {
            return writing.write(configuration, said, made.copies());
        } catch (KeysAway away) {
            transaction.executeWithoutResult(_ -> copies.discard(made.copies()));
            throw away;
        }
    }

    /// A whole hour, so that copies do not tell when they were made.
    private Instant end() {
        var live = programme.current().wallets().copiesLive();
        return clock.instant()
                .truncatedTo(ChronoUnit.HOURS)
                .atOffset(ZoneOffset.UTC)
                .plus(live)
                .toInstant();
    }

    private static Prepared refused(WalletFault.Code code, String why) {
        return new Prepared.Refused(new WalletFault(code, why));
    }
}
