package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.INVALID_NONCE;
import static org.kith.server.wallet.WalletFault.Code.INVALID_PROOF;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;
import org.kith.server.programme.Programme;
import org.kith.server.site.BaseUrl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Which keys a wallet proves to hold (OpenID4VCI 8.2.1, appendix F): each by a JWT that the key signs, or all by one
/// that a trusted wallet provider signs.
@Component
class Proofs {
    private static final String PROOF = "openid4vci-proof+jwt";
    private static final String ATTESTATION = "key-attestation+jwt";
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final Programme programme;
    private final AttestationKeys attestations;
    private final Nonces nonces;
    private final Once once;
    private final BaseUrl base;
    private final Clock clock;

    Proofs(Programme programme, AttestationKeys attestations, Nonces nonces, Once once, BaseUrl base, Clock clock) {
        this.programme = programme;
        this.attestations = attestations;
        this.nonces = nonces;
        this.once = once;
        this.base = base;
        this.clock = clock;
    }

    /// The keys, each once. **The nonce counts as used only if every proof holds.**
    ///
    /// @param proofs the member of that name
    List<Jwk> keys(JsonNode proofs, String client) {
        if (!proofs.isObject() || proofs.size() != 1) throw refused("proofs of one type are needed");
        var most = programme.current().wallets().atOnce();
        var read = new Read(client);
        var jwts = texts(proofs.path("jwt"), most);
        var attested = texts(proofs.path("attestation"), 1);
        if (jwts.isPresent()) jwts.get().forEach(read::proof);
        else if (attested.isPresent()) read.attestation(attested.get().getFirst());
        else throw refused("proofs are jwt, up to " + most + ", or one attestation");

        if (read.keys.size() > most) throw refused("more than " + most + " keys");
        var nonce = read.nonce;
        if (nonce == null) throw fault(INVALID_NONCE, "a nonce of ours is needed");
        var end = nonces.end(Nonces.Use.CREDENTIAL, nonce);
        if (end.isEmpty() || !once.isFirst(Once.Kind.CREDENTIAL_NONCE, "", nonce, end.get())) {
            throw fault(INVALID_NONCE, "the nonce is not one of ours, is over, or was used before");
        }
        return List.copyOf(read.keys);
    }

    private static Optional<List<String>> texts(JsonNode array, int most) {
        if (!array.isArray() || array.isEmpty() || array.size() > most) return Optional.empty();
        var texts = new ArrayList<String>();
        for (var each : array) {
            if (!each.isString()) return Optional.empty();
            texts.add(each.stringValue());
        }
        return Optional.of(texts);
    }

    /// What one request has proved so far.
    private final class Read {
        private final String client;
        private final LinkedHashSet<Jwk> keys = new LinkedHashSet<>();
        private @Nullable String nonce;

        Read(String client) {
            this.client = client;
        }

        void proof(String text) {
            var proof = SignedToken.parse(text, PROOF).orElseThrow(() -> refused("not a proof signed with ES256"));
            var attested = proof.header().getCustomParam("key_attestation");
            var key = proof.keyInHeader();
            if (key.isEmpty()) throw refused("no public key on P-256 in the header");
            if (!proof.isSignedBy(key.get().publicKey())) throw refused("the signature does not hold");
            if (!proof.audience().equals(List.of(base.link("")))) throw refused("aud is not " + base.link(""));
            if (proof.has("iss")
                    && !proof.text("iss")
                            .filter(iss -> client.isEmpty() || iss.equals(client))
                            .isPresent()) {
                throw refused("iss is another client");
            }
            if (!proof.isFresh(clock.instant(), OLDEST) || !proof.isInForce(clock.instant())) {
                throw refused("iat is too far from now");
            }
            named(proof.text("nonce"));
            if (attested == null) {
                add(key.get());
                return;
            }
            var all = attestedKeys(String.valueOf(attested), false);
            if (!all.contains(key.get())) throw refused("the attestation is for another key");
            all.forEach(this::add);
        }

        void attestation(String text) {
            attestedKeys(text, true).forEach(this::add);
        }

        /// Without an attestation in it each proof stands for its own key.
        private void add(Jwk key) {
            if (!keys.add(key)) throw refused("one key is proved twice");
        }

        private void named(Optional<String> said) {
            if (said.isEmpty()) throw fault(INVALID_NONCE, "a proof without a nonce");
            if (nonce != null && !nonce.equals(said.get())) throw fault(INVALID_NONCE, "two nonces in one request");
            nonce = said.get();
        }

        private List<Jwk> attestedKeys(String text, boolean alone) {
            var attestation = SignedToken.parse(text, ATTESTATION)
                    .orElseThrow(() -> refused("not a key attestation signed with ES256"));
            if (programme.current().wallets().providers().stream()
                    .noneMatch(provider -> attestations.isSignedBy(attestation, provider))) {
                throw refused("nobody trusted vouches for the keys");
            }
            var now = clock.instant();
            var issued = attestation.issuedAt();
            if (issued.isEmpty() || issued.get().isAfter(now.plus(SignedToken.SKEW)) || !attestation.isInForce(now)) {
                throw refused("the key attestation is not in force");
            }
            if (alone || attestation.has("nonce")) named(attestation.text("nonce"));
            if (!(attestation.claim("attested_keys") instanceof List<?> listed) || listed.isEmpty()) {
                throw refused("no attested_keys");
            }
            return listed.stream()
                    .map(each -> each instanceof Map<?, ?> jwk ? SignedToken.key(jwk) : Optional.<Jwk>empty())
                    .map(each -> each.orElseThrow(() -> refused("attested_keys are public keys on P-256")))
                    .toList();
        }
    }

    private static WalletFault refused(String why) {
        return fault(INVALID_PROOF, why);
    }

    private static WalletFault fault(WalletFault.Code code, String why) {
        return new WalletFault(code, why);
    }
}
