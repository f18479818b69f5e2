package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.INVALID_CLIENT;
import static org.kith.server.wallet.WalletFault.Code.INVALID_GRANT;
import static org.kith.server.wallet.WalletFault.Code.INVALID_REQUEST;
import static org.kith.server.wallet.WalletFault.Code.UNAUTHORIZED_CLIENT;
import static org.kith.server.wallet.WalletFault.Code.UNSUPPORTED_GRANT_TYPE;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.Card;
import org.kith.server.card.Cards;
import org.kith.server.card.WalletCopies;
import org.kith.server.programme.Programme;
import org.kith.server.site.LinkSecret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives out tokens for a code, for an offer with its PIN, or to a wallet that was let in before (RFC 6749 3.2). **All
/// that can be refused is looked at before anything is used up; then one statement in the database says who is first.**
@Service
public class Tokens {
    static final String CODE = "authorization_code";
    static final String PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    static final String REFRESH = "refresh_token";

    private final ClientAuthentication clients;
    private final DpopProof proofs;
    private final AuthorizationDetails details;
    private final Pushes pushes;
    private final Offers offers;
    private final Offering offering;
    private final WalletBook wallets;
    private final WalletCopies copies;
    private final Cards cards;
    private final Programme programme;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Tokens(
            ClientAuthentication clients,
            DpopProof proofs,
            AuthorizationDetails details,
            Pushes pushes,
            Offers offers,
            Offering offering,
            WalletBook wallets,
            WalletCopies copies,
            Cards cards,
            Programme programme,
            Journal journal,
            TransactionTemplate transaction) {
        this.clients = clients;
        this.proofs = proofs;
        this.details = details;
        this.pushes = pushes;
        this.offers = offers;
        this.offering = offering;
        this.wallets = wallets;
        this.copies = copies;
        this.cards = cards;
        this.programme = programme;
        this.journal = journal;
        this.transaction = transaction;
    }

    /// A token request whose sender is known, and whose key is proved.
    private record Asked(Map<String, String> form, WalletClient client, String dpopKey) {}

    /// The answer's members (RFC 6749 5.1).
    public Map<String, Object> answer(ClientAuthentication.Credentials credentials, DpopProof.Request request) {
        var form = credentials.form();
        var type = form.get("grant_type");
        if (type == null) throw new WalletFault(INVALID_REQUEST, "grant_type is missing");
        if (!List.of(CODE, PRE_AUTHORIZED, REFRESH).contains(type)) {
            throw new WalletFault(UNSUPPORTED_GRANT_TYPE, "grant_type is another than the metadata lists");
        }
        // The number of the proof is used up last of all that is looked at here, and only with a nonce of ours: a
        // wallet that is sent for one comes again with the same code and the same attestation.
        proofs.requireNonce(request);
        var client = clients.client(credentials);
        var asked = new Asked(form, client, proofs.key(request, null));
        return switch (type) {
            case CODE -> byCode(asked);
            case PRE_AUTHORIZED -> byOffer(asked);
            default -> again(asked);
        };
    }

    private Map<String, Object> byCode(Asked asked) {
        if (!asked.client().isKnown())
            throw new WalletFault(INVALID_CLIENT, "a client attestation or assertion is needed");
        var code = needed(asked, "code");
        var verifier = needed(asked, "code_verifier");
        var redirect = asked.form().get("redirect_uri");
        return settled(() -> {
            var found = pushes.lockCode(code);
            if (found.isEmpty()) return refused("the code is not one of ours, or is over");
            var push = found.get().push();
            if (!push.client().equals(asked.client().id())) return refused("the code is another client's");
            if (found.get().redeemed()) {
                // Two have it: one of them stole it, and nobody can tell which.
                end(found.get().wallet());
                return refused("the code was redeemed before; what came of it is ended");
            }
            var instance = push.instanceKey();
            if (instance != null && !instance.equals(asked.client().instanceKey())) {
                return refused("the code is another instance's");
            }
            var key = push.dpopKey();
            if (key != null && !key.equals(asked.dpopKey())) return refused("the code is bound to another key");
            if (redirect != null && !redirect.equals(push.redirectUri())) return refused("redirect_uri is another");
            if (!isAnswer(verifier, push.codeChallenge())) return refused("code_verifier does not fit");
            var wallet = wallets.lock(found.get().wallet());
            if (wallet.isEmpty()) return refused("the wallet was removed");

            pushes.redeemed(code);
            return new Answer(tokens(wallet.get(), asked, push.inDetails(), push.scope(), true));
        });
    }

    private Map<String, Object> byOffer(Asked asked) {
        if (!asked.client().isKnown() && !programme.current().wallets().withoutAttestation()) {
            throw new WalletFault(UNAUTHORIZED_CLIENT, "only wallets whose provider is trusted");
        }
        var code = needed(asked, "pre-authorized_code");
        var pin = needed(asked, "tx_code");
        var inDetails = asked.form().get("authorization_details");
        var named = inDetails == null ? null : details.read(inDetails);
        // The try counts whatever comes of it.
        var offer = offers.tryPin(code)
                .orElseThrow(() -> new WalletFault(INVALID_GRANT, "the offer is not one of ours, or is over"));
        if (!MessageDigest.isEqual(offer.pinCode(), offering.pinCode(offer.id(), pin))) {
            throw new WalletFault(
                    INVALID_GRANT, "tx_code is wrong; after " + Offers.TRIES + " tries the offer is over");
        }
        var browser = offer.browserKey();
        if (browser != null && !browser.equals(asked.dpopKey())) {
            throw new WalletFault(INVALID_GRANT, "the offer is for another key");
        }
        return settled(() -> {
            if (!offers.use(offer.id())) return refused("the offer was used before");
            var card = cards.ofPerson(offer.person()).filter(Card::isActive);
            if (card.isEmpty()) return refused("there is no card to copy");

            var granted = named == null
                    ? offer.configurations()
                    : named.stream().filter(offer.configurations()::contains).toList();
            var bound = asked.client().isKnown() ? asked.client().instanceKey() : asked.dpopKey();
            var wallet = wallets.letIn(offer.person(), card.get().id(), asked.client(), bound, granted);
            if (browser != null) wallets.isInBrowser(wallet.id());
            journal.record(
                    Deed.WALLET_LET_IN,
                    Actor.of(offer.person()),
                    offer.person(),
                    card.get().id().asCase(),
                    Details.of(Detail.WALLET, wallet.id().value()));
            return new Answer(tokens(wallet, asked, named != null, null, true));
        });
    }

    /// A refresh token stays as it is: it is no use without the key it is bound to, and a wallet whose answer was lost
    /// on the way comes again with the one it has.
    private Map<String, Object> again(Asked asked) {
        var token = needed(asked, "refresh_token");
        return settled(() -> {
            var wallet = wallets.byRefreshToken(token);
            if (wallet.isEmpty()) return refused("the token is not one of ours, or the wallet was removed");
            if (!wallet.get().client().equals(asked.client().id())) return refused("the token is another client's");
            var bound = wallet.get().key();
            var proved = asked.client().isKnown() ? asked.client().instanceKey() : asked.dpopKey();
            if (bound != null && !bound.equals(proved)) return refused("the token is bound to another key");

            wallets.used(wallet.get().id());
            return new Answer(tokens(wallet.get(), asked, false, null, false));
        });
    }

    private Map<String, Object> tokens(
            Wallet wallet, Asked asked, boolean inDetails, @Nullable String scope, boolean first) {
        var access = LinkSecret.fresh(random);
        wallets.addToken(wallet.id(), access, asked.dpopKey(), inDetails);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", access.text());
        answer.put("token_type", "DPoP");
        answer.put("expires_in", WalletBook.TOKEN.toSeconds());
        if (first) {
            var refresh = LinkSecret.fresh(random);
            wallets.bind(wallet.id(), refresh);
            answer.put("refresh_token", refresh.text());
        }
        if (inDetails) answer.put("authorization_details", details.write(wallet.configurations()));
        if (scope != null) answer.put("scope", String.join(" ", wallet.configurations()));
        return answer;
    }

    private void end(WalletId wallet) {
        copies.endAll(wallet.value());
        wallets.end(wallet);
    }

    /// What is refused is written down all the same: a try, a wallet that was ended.
    private Map<String, Object> settled(Supplier<Outcome> work) {
        return switch (Optional.ofNullable(transaction.execute(_ -> work.get())).orElseThrow()) {
            case Answer(var members) -> members;
            case Refused(var why) -> throw new WalletFault(INVALID_GRANT, why);
        };
    }

    private sealed interface Outcome {}

    private record Answer(Map<String, Object> members) implements Outcome {}

    private record Refused(String why) implements Outcome {}

    private static Refused refused(String why) {
        return new Refused(why);
    }

    private static String needed(Asked asked, String parameter) {
        var value = asked.form().get(parameter);
        if (value == null || value.isEmpty()) throw new WalletFault(INVALID_REQUEST, parameter + " is missing");
        return value;
    }

    /// RFC 7636 4.6.
    private static boolean isAnswer(String verifier, String challenge) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            var written = Base64.getUrlEncoder().withoutPadding().encode(hash);
            return MessageDigest.isEqual(written, challenge.getBytes(StandardCharsets.US_ASCII));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
