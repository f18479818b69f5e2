package org.kith.server.wallet;

import java.time.Instant;
import java.util.List;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.Showing;
import org.kith.server.card.WalletCopies;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The wallets in which a holder's card is, each of which they can put an end to alone.
@Service
public class OwnWallets {
    private final WalletBook wallets;
    private final WalletCopies copies;
    private final Showing showing;
    private final Journal journal;

    OwnWallets(WalletBook wallets, WalletCopies copies, Showing showing, Journal journal) {
        this.wallets = wallets;
        this.copies = copies;
        this.showing = showing;
        this.journal = journal;
    }

    /// A wallet as its holder tells it from others.
    ///
    /// @param name      as its provider calls it; empty for one that nobody vouches for
    /// @param inBrowser whether it is ours, in a browser
    /// @param usedAt    when it last came for fresh copies
    /// @param copies    that can be shown now
    public record OwnWallet(WalletId id, String name, boolean inBrowser, Instant letInAt, Instant usedAt, int copies) {}

    public List<OwnWallet> of(PersonId person) {
        return wallets.of(person).stream()
                .map(wallet -> new OwnWallet(
                        wallet.id(),
                        wallet.name(),
                        wallet.inBrowser(),
                        wallet.createdAt(),
                        wallet.usedAt(),
                        copies.living(wallet.id().value())))
                .toList();
    }

    /// Ends its copies and shuts it out. Nothing happens if it is not theirs, or ended before.
    @Transactional
    public void remove(WalletId id, PersonId person) {
        var wallet = wallets.lock(id).filter(each -> each.person().equals(person));
        if (wallet.isEmpty()) return;

        copies.endAll(id.value());
        wallets.end(id);
        var card = wallet.get().card();
        // A browser shows the code of the holder's screen.
        if (wallet.get().inBrowser() && card != null) showing.endOnScreen(card, person);
        journal.record(
                Deed.WALLET_REMOVED,
                Actor.of(person),
                person,
                card == null ? new Case(CaseKind.ACCOUNT, person.value()) : card.asCase(),
                Details.of(Detail.WALLET, id.value()));
    }
}
