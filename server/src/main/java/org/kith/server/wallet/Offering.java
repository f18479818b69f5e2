package org.kith.server.wallet;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.pack.programme.Wallets;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.Card;
import org.kith.server.card.WalletCopy.Format;
import org.kith.server.keys.Codes;
import org.kith.server.notify.AddressBook;
import org.kith.server.notify.Letter;
import org.kith.server.notify.Outbox;
import org.kith.server.programme.Programme;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Makes the offer that a holder hands to their wallet (OpenID4VCI 4.1).
@Service("walletOffering")
public class Offering {
    /// As long as it takes to fetch a telephone, or an app.
    public static final Duration LIFE = Duration.ofMinutes(15);

    public static final int PIN_DIGITS = 6;

    private static final int PINS = 1_000_000;
    private static final String PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    private final Offers offers;
    private final Configurations configurations;
    private final Programme programme;
    private final ObjectProvider<AddressBook> addresses;
    private final Outbox outbox;
    private final Codes codes;
    private final Journal journal;
    private final JsonMapper json;
    private final BaseUrl base;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Offering(
            Offers offers,
            Configurations configurations,
            Programme programme,
            ObjectProvider<AddressBook> addresses,
            Outbox outbox,
            Codes codes,
            Journal journal,
            JsonMapper json,
            BaseUrl base,
            Clock clock) {
        this.offers = offers;
        this.configurations = configurations;
        this.programme = programme;
        this.addresses = addresses;
        this.outbox = outbox;
        this.codes = codes;
        this.journal = journal;
        this.json = json;
        this.base = base;
        this.clock = clock;
    }

    /// An offer as a link that wallets open, on the telephone or out of a QR code.
    ///
    /// @param needsPin whether the wallet will ask for the number that went out by mail
    public record Offer(String link, boolean needsPin, Instant expires) {
        /// Whoever has the link could be first to use it.
        @Override
        public String toString() {
            return "Offer[…]";
        }
    }

    /// For any wallet: it needs no more than the link and the PIN, which goes to the holder's address. **Neither is
    /// enough alone**, so that nobody who sees the screen, or reads the mail, has the card.
    @Transactional
    public Offer toAnyWallet(Card card) {
        return toAnyWallet(card, card.person());
    }

    /// The same, asked for by somebody who acts for the holder.
    ///
    /// @param asking who gets the PIN: the holder, or the guardian who acts for them
    @Transactional
    public Offer toAnyWallet(Card card, PersonId asking) {
        var id = UUID.randomUUID();
        var code = LinkSecret.fresh(random);
        var pin = freshPin();
        var until = clock.instant().plus(LIFE);
        var ids = all();
        offers.addPreAuthorized(id, card.person(), ids, code, pinCode(id, pin), until);
        addresses
                .getObject()
                .contact(asking)
                .ifPresent(contact -> outbox.send(Letter.WALLET_PIN, contact.email(), contact.language(), pin, until));
        record(card);
        Map<String, Object> grant = new LinkedHashMap<>();
        grant.put("pre-authorized_code", code.text());
        grant.put("tx_code", Map.of("input_mode", "numeric", "length", PIN_DIGITS));
        grant.put("authorization_server", base.link(Paths.ISSUER));
        return new Offer(link(ids, PRE_AUTHORIZED, grant), true, until);
    }

    /// For wallets whose provider the programme trusts: they send the holder back here to sign in and say yes.
    @Transactional
    public Offer toTrustedWallet(PersonId person) {
        var state = LinkSecret.fresh(random);
        var until = clock.instant().plus(LIFE);
        var ids = all();
        offers.addBegun(UUID.randomUUID(), person, ids, state, until);
        Map<String, Object> grant = new LinkedHashMap<>();
        grant.put("issuer_state", state.text());
        grant.put("authorization_server", base.link(Paths.ISSUER));
        return new Offer(link(ids, "authorization_code", grant), false, until);
    }

    /// Whether the programme lets wallets have copies that nobody vouches for.
    public boolean isForAny() {
        return programme.current().wallets().withoutAttestation();
    }

    /// For the wallet in the browser that the holder is signed in with. **Only whoever holds the key can use it**, and
    /// nobody sees it, so that the PIN may come along instead of by mail.
    ///
    /// @param key the thumbprint of a key that was made in that browser (RFC 7638)
    @Transactional
    public InBrowser toBrowser(Card card, String key) {
        var id = UUID.randomUUID();
        var code = LinkSecret.fresh(random);
        var pin = freshPin();
        var sdJwts = configurations.all().stream()
                .filter(each -> each.format() == Format.SD_JWT)
                .map(Configuration::id)
                .toList();
        offers.addPreAuthorized(
                id,
                card.person(),
                sdJwts,
                code,
                pinCode(id, pin),
                clock.instant().plus(LIFE));
        offers.bind(id, key);
        record(card);
        return new InBrowser(code.text(), pin, sdJwts.getFirst());
    }

    /// What a script is handed. None of it is shown.
    public record InBrowser(String code, String pin, String configuration) {
        @Override
        public String toString() {
            return "InBrowser[…]";
        }
    }

    /// What the wallets are called that the programme trusts.
    public List<String> trusted() {
        var wallets = programme.current().wallets();
        return Stream.concat(
                        wallets.providers().stream().map(Wallets.Provider::name),
                        wallets.clients().stream().map(Wallets.Client::name))
                .distinct()
                .toList();
    }

    private String freshPin() {
        return String.format(Locale.ROOT, "%0" + PIN_DIGITS + "d", random.nextInt(PINS));
    }

    byte[] pinCode(UUID offer, String pin) {
        return codes.lookUp("WALLET-PIN", (offer + " " + pin).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> all() {
        return configurations.all().stream().map(Configuration::id).toList();
    }

    private String link(List<String> ids, String grantType, Map<String, Object> grant) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("credential_issuer", base.link(""));
        offer.put("credential_configuration_ids", ids);
        offer.put("grants", Map.of(grantType, grant));
        return Query.added("openid-credential-offer://", Map.of("credential_offer", json.writeValueAsString(offer)));
    }

    private void record(Card card) {
        journal.record(
                Deed.WALLET_OFFERED,
                Actor.of(card.person()),
                card.person(),
                card.id().asCase(),
                Details.of(Detail.ENDS_AT, clock.instant().plus(LIFE)));
    }
}
