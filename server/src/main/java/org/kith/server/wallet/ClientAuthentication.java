package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.INVALID_CLIENT;
import static org.kith.server.wallet.WalletFault.Code.INVALID_CLIENT_ATTESTATION;
import static org.kith.server.wallet.WalletFault.Code.USE_ATTESTATION_CHALLENGE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.credential.signing.Jwk;
import org.kith.pack.programme.Wallets;
import org.kith.server.programme.Programme;
import org.kith.server.site.BaseUrl;
import org.springframework.stereotype.Component;

/// Knows which wallet a request comes from: one whose provider vouches for it (OAuth 2.0 Attestation-Based Client
/// Authentication), one with a key of its own (RFC 7523), or one that nobody vouches for.
@Component
public class ClientAuthentication {
    private static final String ATTESTATION = "oauth-client-attestation+jwt";
    private static final String POSSESSION = "oauth-client-attestation-pop+jwt";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 200;
    private static final Set<String> FOR_ANYBODY = Set.of(Tokens.PRE_AUTHORIZED, Tokens.REFRESH);

    private final Programme programme;
    private final AttestationKeys keys;
    private final Nonces nonces;
    private final Once once;
    private final BaseUrl base;
    private final Clock clock;

    ClientAuthentication(
            Programme programme, AttestationKeys keys, Nonces nonces, Once once, BaseUrl base, Clock clock) {
        this.programme = programme;
        this.keys = keys;
        this.nonces = nonces;
        this.once = once;
        this.base = base;
        this.clock = clock;
    }

    /// What a request says of who sends it.
    ///
    /// @param attestations headers `OAuth-Client-Attestation`
    /// @param possessions  headers `OAuth-Client-Attestation-PoP`
    /// @param form         parameters in its body
    public record Credentials(List<String> attestations, List<String> possessions, Map<String, String> form) {
        public Credentials {
            attestations = List.copyOf(attestations);
            possessions = List.copyOf(possessions);
            form = Map.copyOf(form);
        }
    }

    /// Which one it says it is.
    ///
    /// @throws WalletFault if it does not prove it
    public WalletClient client(Credentials credentials) {
        var form = credentials.form();
        if (form.containsKey("client_secret")) throw unknown("wallets have no secrets here");
        if (!credentials.attestations().isEmpty() || !credentials.possessions().isEmpty()) {
            if (form.containsKey("client_assertion")) throw unknown("one way to authenticate at a time");
            return attested(credentials);
        }
        if (form.containsKey("client_assertion") || form.containsKey("client_assertion_type")) return asserted(form);
        return WalletClient.UNKNOWN;
    }

    private WalletClient attested(Credentials credentials) {
        if (credentials.attestations().size() != 1 || credentials.possessions().size() != 1) {
            throw unattested("one attestation and one proof of its possession are needed");
        }
        var now = clock.instant();
        var attestation = SignedToken.parse(credentials.attestations().getFirst(), ATTESTATION)
                .orElseThrow(() -> unattested("not a client attestation signed with ES256"));
        var id = attestation
                .text("sub")
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_ID)
                .orElseThrow(() -> unattested("the attestation has no sub"));
        var provider = vouching(attestation, id);
        if (provider.isEmpty()) {
            if (mayBeAnybody(credentials.form(), id)) return WalletClient.UNKNOWN;
            throw unattested("nobody trusted vouches for it");
        }
        if (attestation.expiresAt().isEmpty() || !attestation.isInForce(now)) {
            throw unattested("the attestation has expired");
        }
        var instance = attestation.confirmedKey().orElseThrow(() -> unattested("the attestation names no key"));
        var named = credentials.form().get("client_id");
        if (named != null && !named.equals(id)) throw unknown("client_id is not the sub of the attestation");

        possessed(credentials.possessions().getFirst(), id, instance, now);
        return new WalletClient(
                id, provider.get().name(), instance.thumbprint(), provider.get().redirects());
    }

    /// Wallets send their attestation wherever one is accepted, also where none is needed. There, that of a
    /// maker nobody here knows is as good as none, unless it names a wallet of one who is known.
    private boolean mayBeAnybody(Map<String, String> form, String client) {
        return wallets().withoutAttestation()
                && FOR_ANYBODY.contains(form.getOrDefault("grant_type", ""))
                && wallets().providers().stream()
                        .noneMatch(provider -> provider.clients().contains(client));
    }

    private void possessed(String text, String id, Jwk instance, Instant now) {
        var proof = SignedToken.parse(text, POSSESSION)
                .orElseThrow(() -> unattested("not a proof of possession signed with ES256"));
        if (!proof.isSignedBy(instance.publicKey())) throw unattested("the proof is by another key");
        if (proof.has("iss") && !proof.text("iss").filter(id::equals).isPresent()) {
            throw unattested("iss of the proof is another client");
        }
        if (!proof.audience().equals(List.of(issuer()))) throw unattested("aud of the proof is not " + issuer());
        if (!proof.isFresh(now, OLDEST) || !proof.isInForce(now))
            throw unattested("iat of the proof is too far from now");
        if (proof.has("challenge") || proof.has("nonce")) {
            var challenge = proof.text("challenge").or(() -> proof.text("nonce"));
            if (challenge
                    .flatMap(each -> nonces.end(Nonces.Use.ATTESTATION, each))
                    .isEmpty()) {
                throw new WalletFault(USE_ATTESTATION_CHALLENGE, "the challenge is not one of ours, or is over");
            }
        }
        useOnce(Once.Kind.ATTESTATION_PROOF, instance.thumbprint(), proof, now).ifPresent(why -> {
            throw unattested(why);
        });
    }

    private WalletClient asserted(Map<String, String> form) {
        if (!ASSERTION.equals(form.get("client_assertion_type")))
            throw unknown("client_assertion_type is " + ASSERTION);
        var now = clock.instant();
        var assertion = Optional.ofNullable(form.get("client_assertion"))
                .flatMap(text ->
                        SignedToken.parse(text, "JWT").or(() -> SignedToken.parse(text, "client-authentication+jwt")))
                .orElseThrow(() -> unknown("not a client assertion signed with ES256, typ JWT"));
        var client = assertion.text("sub").flatMap(this::registered).orElseThrow(() -> unknown("no such client"));
        if (!assertion.text("iss").filter(client.id()::equals).isPresent()) throw unknown("iss is not sub");
        var named = form.get("client_id");
        if (named != null && !named.equals(client.id())) throw unknown("client_id is not the sub of the assertion");
        if (client.keys().stream().noneMatch(assertion::isSignedBy)) throw unknown("the signature does not hold");
        if (!assertion.audience().equals(List.of(issuer()))) throw unknown("aud is not " + issuer());
        var end = assertion.expiresAt();
        if (end.isEmpty()
                || !assertion.isInForce(now)
                || end.get().isAfter(now.plus(OLDEST).plus(SignedToken.SKEW))) {
            throw unknown("exp is missing, over, or too far away");
        }
        useOnce(Once.Kind.CLIENT_ASSERTION, client.id(), assertion, end.get()).ifPresent(why -> {
            throw unknown(why);
        });
        return new WalletClient(client.id(), client.name(), null, client.redirects());
    }

    private Optional<String> useOnce(Once.Kind kind, String whose, SignedToken token, Instant from) {
        var id = token.text("jti").filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
        if (id.isEmpty()) return Optional.of("no jti");
        return once.isFirst(kind, whose, id.get(), from.plus(OLDEST).plus(SignedToken.SKEW))
                ? Optional.empty()
                : Optional.of("jti was used before");
    }

    private Optional<Wallets.Provider> vouching(SignedToken attestation, String client) {
        return wallets().providers().stream()
                .filter(provider -> wallets().mayVouch(provider, client))
                .filter(provider -> keys.isSignedBy(attestation, provider))
                .findFirst();
    }

    private Optional<Wallets.Client> registered(String id) {
        return wallets().clients().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Wallets wallets() {
        return programme.current().wallets();
    }

    private String issuer() {
        return base.link(Paths.ISSUER);
    }

    private static WalletFault unattested(String why) {
        return new WalletFault(INVALID_CLIENT_ATTESTATION, why);
    }

    private static WalletFault unknown(String why) {
        return new WalletFault(INVALID_CLIENT, why);
    }

    /// For what only wallets may do that somebody vouches for.
    WalletClient known(Credentials credentials) {
        var client = client(credentials);
        if (client.isKnown()) return client;
        throw unknown("a client attestation or a client assertion is needed");
    }
}
