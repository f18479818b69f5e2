package org.kith.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.credential.qr.CardQr;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Signer;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusList;
import org.kith.credential.status.StatusListTerms;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.status.StatusReference;
import org.kith.credential.trust.KeyPurpose;
import org.kith.credential.trust.TrustFile;
import org.kith.credential.trust.TrustedKey;

/// An issuer with keys of its own, whose list has a card of each status.
record SomeIssuer(String address, KeyPair card, KeyPair status, KeyPair journal) {
    static final Instant ISSUED = Instant.parse("2026-11-22T12:00:00Z");
    static final Instant NOW = ISSUED.plus(Duration.ofHours(3));
    static final Instant LISTED = ISSUED.plus(Duration.ofHours(1));

    static final int VALID = 1;
    static final int SUSPENDED = 2;
    static final int REVOKED = 3;

    record KeyPair(ECPrivateKey privateKey, ECPublicKey publicKey) {
        static KeyPair fresh() {
            try {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                var pair = generator.generateKeyPair();
                return new KeyPair((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        Signer signer() {
            return Es256.signer(privateKey, publicKey);
        }
    }

    static SomeIssuer at(String address) {
        return new SomeIssuer(address, KeyPair.fresh(), KeyPair.fresh(), KeyPair.fresh());
    }

    String listAddress() {
        return address + "/status/1";
    }

    TrustFile trustFile() {
        return trustFile(null);
    }

    TrustFile trustFile(@Nullable String aggregation) {
        var begin = ISSUED.minus(Duration.ofDays(1));
        var end = ISSUED.plus(Duration.ofDays(1000));
        return new TrustFile(
                address,
                "Utopia",
                address + "/status/",
                aggregation,
                List.of(
                        new TrustedKey(Jwk.of(card.publicKey()), KeyPurpose.CARD, begin, end),
                        new TrustedKey(Jwk.of(status.publicKey()), KeyPurpose.STATUS, begin, end),
                        new TrustedKey(Jwk.of(journal.publicKey()), KeyPurpose.JOURNAL, begin, end)));
    }

    CardQr card(int index) {
        return new CardQr(
                address,
                "Olena Kovalenko",
                "Олена Коваленко",
                1990,
                ISSUED,
                ISSUED.plus(Duration.ofDays(900)),
                new StatusReference(listAddress(), index));
    }

    String code(int index) {
        return card(index).sign(card.signer()).text();
    }

    /// Under this issuer's name and key id, by someone else's key.
    String forged() {
        var stranger = KeyPair.fresh().signer();
        var keyId = Jwk.of(card.publicKey()).thumbprint();
        return card(VALID)
                .sign(new Signer() {
                    @Override
                    public String keyId() {
                        return keyId;
                    }

                    @Override
                    public byte[] sign(byte[] message) {
                        return stranger.sign(message);
                    }
                })
                .text();
    }

    String list(Instant issuedAt) {
        return list(issuedAt, REVOKED);
    }

    String list(Instant issuedAt, int revoked) {
        var list = StatusList.ofSize(2, 1000);
        list.set(SUSPENDED, Status.SUSPENDED);
        list.set(revoked, Status.INVALID);
        var terms =
                new StatusListTerms(listAddress(), issuedAt, issuedAt.plus(Duration.ofDays(2)), Duration.ofHours(1));
        return StatusListToken.sign(terms, list, status.signer());
    }
}
