package org.kith.server.wallet;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.Card;
import org.kith.server.card.Cards;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.kith.server.wallet.Pushes.Push;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A person lets a wallet in, or does not (RFC 6749 4.1.2).
@Service
public class Consent {
    private final Pushes pushes;
    private final WalletBook wallets;
    private final Cards cards;
    private final Applications applications;
    private final Journal journal;
    private final BaseUrl base;
    private final SecureRandom random = new SecureRandom();

    Consent(Pushes pushes, WalletBook wallets, Cards cards, Applications applications, Journal journal, BaseUrl base) {
        this.pushes = pushes;
        this.wallets = wallets;
        this.cards = cards;
        this.applications = applications;
        this.journal = journal;
        this.base = base;
    }

    /// What is asked of a person.
    ///
    /// @param wallet         as its provider calls it
    /// @param configurations what it asks for
    /// @param backTo         where the browser goes afterwards
    /// @param state          whether there is a card to copy
    public record Question(String wallet, List<String> configurations, String backTo, CardState state) {
        public Question {
            configurations = List.copyOf(configurations);
        }
    }

    public enum CardState {
        ACTIVE,
        /// What is decided soon: the wallet waits for it.
        PREPARED,
        /// None, or one that cannot be shown.
        NONE
    }

    /// The page on which a browser goes on that came with a `request_uri`; empty if that is not one, or over.
    public Optional<UUID> open(String requestUri, String client) {
        if (!requestUri.startsWith(Pushing.REQUEST_URI)) return Optional.empty();
        return pushes.open(requestUri.substring(Pushing.REQUEST_URI.length()), client)
                .map(Push::id);
    }

    /// Empty if nothing is asked there, or not of this person.
    public Optional<Question> question(UUID id, PersonId person) {
        return pushes.opened(id)
                .filter(push -> isFor(push, person))
                .map(push -> new Question(push.wallet(), push.configurations(), push.redirectUri(), state(person)));
    }

    /// Lets the wallet in; the address to send the browser to. Empty if nothing is asked there any more.
    @Transactional
    public Optional<String> agree(UUID id, PersonId person) {
        if (question(id, person).isEmpty()) return Optional.empty();
        var state = state(person);
        if (state == CardState.NONE) return refuse(id, person);
        var push = pushes.decide(id);
        if (push.isEmpty()) return Optional.empty();

        var client = new WalletClient(
                push.get().client(), push.get().wallet(), push.get().instanceKey(), List.of());
        var card = card(person).map(Card::id).orElse(null);
        var wallet = wallets.letIn(
                person, card, client, push.get().instanceKey(), push.get().configurations());
        var code = LinkSecret.fresh(random);
        pushes.addCode(push.get(), wallet.id(), code);
        journal.record(
                Deed.WALLET_LET_IN,
                Actor.of(person),
                person,
                card == null ? new Case(CaseKind.ACCOUNT, person.value()) : card.asCase(),
                Details.of(Detail.WALLET, wallet.id().value()));
        return Optional.of(back(push.get(), "code", code.text()));
    }

    /// The address to send the browser to, with a no.
    @Transactional
    public Optional<String> refuse(UUID id, PersonId person) {
        if (question(id, person).isEmpty()) return Optional.empty();
        return pushes.decide(id).map(push -> back(push, "error", WalletFault.Code.ACCESS_DENIED.text()));
    }

    /// With `iss`, so that a wallet which speaks to many issuers cannot take our code to another (RFC 9207).
    private String back(Push push, String name, String value) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(name, value);
        parameters.put("iss", base.link(Paths.ISSUER));
        var state = push.state();
        if (state != null) parameters.put("state", state);
        return Query.added(push.redirectUri(), parameters);
    }

    private static boolean isFor(Push push, PersonId person) {
        var only = push.forPerson();
        return only == null || only.equals(person);
    }

    private CardState state(PersonId person) {
        if (card(person).isPresent()) return CardState.ACTIVE;
        return Preparation.isUnderWay(person, cards, applications) ? CardState.PREPARED : CardState.NONE;
    }

    private Optional<Card> card(PersonId person) {
        return cards.ofPerson(person).filter(Card::isActive);
    }
}
