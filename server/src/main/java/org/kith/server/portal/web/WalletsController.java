package org.kith.server.portal.web;

import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.card.Card;
import org.kith.server.card.Cards;
import org.kith.server.site.QrSquares;
import org.kith.server.wallet.Offering;
import org.kith.server.wallet.OwnWallets;
import org.kith.server.wallet.OwnWallets.OwnWallet;
import org.kith.server.wallet.WalletId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The wallets a holder's card is in: which, how it gets into another, how one is put an end to.
@Controller
class WalletsController {
    private static final String WALLETS = "redirect:/card/wallets";

    private final Cards cards;
    private final OwnWallets wallets;
    private final Offering offering;

    WalletsController(Cards cards, OwnWallets wallets, Offering offering) {
        this.cards = cards;
        this.wallets = wallets;
        this.offering = offering;
    }

    @GetMapping("/card/wallets")
    ModelAndView list(@AuthenticationPrincipal SignedInPerson person) {
        var card = cards.ofPerson(person.person());
        if (card.isEmpty()) return new ModelAndView("portal/card-none");

        var page = new WalletsPage(
                card.get().isActive(), wallets.of(person.person()), offering.trusted(), offering.isForAny());
        return new ModelAndView("portal/wallets", "page", page);
    }

    /// Shown at once and nowhere kept: whoever loads the page again makes another, and the one before is over.
    @PostMapping("/card/wallets/any")
    ModelAndView offerToAny(@AuthenticationPrincipal SignedInPerson person) {
        var card = active(person);
        if (card.isEmpty() || !offering.isForAny()) return new ModelAndView(WALLETS);

        var guardian = person.guardian();
        var asking = guardian == null ? person.person() : guardian;
        return offered(offering.toAnyWallet(card.get(), asking), false);
    }

    @PostMapping("/card/wallets/trusted")
    ModelAndView offerToTrusted(@AuthenticationPrincipal SignedInPerson person) {
        if (active(person).isEmpty() || offering.trusted().isEmpty()) return new ModelAndView(WALLETS);

        return offered(offering.toTrustedWallet(person.person()), true);
    }

    @GetMapping("/card/wallets/{id}/remove")
    ModelAndView askRemove(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        return theirs(id, person)
                .map(wallet -> new ModelAndView("portal/wallet-remove", "page", new WalletRemovePage(wallet)))
                .orElseGet(() -> new ModelAndView(WALLETS));
    }

    @PostMapping("/card/wallets/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        wallets.remove(new WalletId(id), person.person());
        return new ModelAndView(WALLETS);
    }

    private ModelAndView offered(Offering.Offer offer, boolean toTrusted) {
        var square = QrSquares.of(offer.link());
        var page = new WalletOfferPage(offer, square, toTrusted ? offering.trusted() : java.util.List.of());
        return new ModelAndView("portal/wallet-offer", "page", page);
    }

    private Optional<Card> active(SignedInPerson person) {
        return cards.ofPerson(person.person()).filter(Card::isActive);
    }

    private Optional<OwnWallet> theirs(UUID id, SignedInPerson person) {
        return wallets.of(person.person()).stream()
                .filter(wallet -> wallet.id().value().equals(id))
                .findFirst();
    }
}
