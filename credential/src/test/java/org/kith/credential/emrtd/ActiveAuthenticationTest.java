package org.kith.credential.emrtd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.junit.jupiter.api.Test;
import org.kith.specimen.Keys;
import org.kith.specimen.LogicalData;

class ActiveAuthenticationTest {
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final byte[] ANOTHER = {1, 2, 3, 4, 5, 6, 7, 9};

    @Test
    void a_chip_with_its_key_proves_it() {
        var passport = SomePassport.of(SomePassport.utopia());
        var key = ActiveAuthentication.of(
                        passport.groups().get(15), Optional.of(passport.groups().get(14)))
                .orElseThrow();

        assertThat(key.isProvenBy(CHALLENGE, passport.answer(CHALLENGE))).isTrue();
        assertThat(key.isProvenBy(ANOTHER, passport.answer(CHALLENGE))).isFalse();
        assertThat(key.isProvenBy(CHALLENGE, passport.cloned().answer(CHALLENGE)))
                .isFalse();
    }

    @Test
    void an_answer_of_another_shape_proves_nothing() throws GeneralSecurityException {
        var pair = Keys.ec("secp256r1");
        var key = ActiveAuthentication.of(LogicalData.dg15(pair.getPublic()), Optional.empty())
                .orElseThrow();
        var der = Signature.getInstance("SHA256withECDSA");
        der.initSign(pair.getPrivate());
        der.update(CHALLENGE);

        for (var answer : new byte[][] {der.sign(), {}, {1}, new byte[64], new byte[63], new byte[100_000]}) {
            assertThat(key.isProvenBy(CHALLENGE, answer)).isFalse();
        }
    }

    @Test
    void on_a_curve_of_brainpool_too() throws GeneralSecurityException {
        var pair = Keys.ec("brainpoolP256r1");
        var signing = Signature.getInstance("SHA256withPLAIN-ECDSA", Asn1.PROVIDER);
        signing.initSign(pair.getPrivate());
        signing.update(CHALLENGE);
        var key = ActiveAuthentication.of(LogicalData.dg15(pair.getPublic()), Optional.empty())
                .orElseThrow();

        assertThat(key.isProvenBy(CHALLENGE, signing.sign())).isTrue();
    }

    @Test
    void rsa_chips_answer_with_part_of_the_message_inside() throws CryptoException {
        var pair = Keys.rsa(1024);
        var key = ActiveAuthentication.of(LogicalData.dg15(pair.getPublic()), Optional.empty())
                .orElseThrow();

        for (var digest : new org.bouncycastle.crypto.Digest[] {new SHA1Digest(), new SHA256Digest()}) {
            var implicit = digest instanceof SHA1Digest;
            var answer = signed(pair, digest, implicit, CHALLENGE);

            assertThat(key.isProvenBy(CHALLENGE, answer)).isTrue();
            assertThat(key.isProvenBy(ANOTHER, answer)).isFalse();
            var modulus = ((RSAPublicKey) pair.getPublic()).getModulus();
            var lesser = modulus.subtract(new BigInteger(1, answer)).toByteArray();
            assertThat(key.isProvenBy(CHALLENGE, lesser)).isTrue();
            answer[5] ^= 1;
            assertThat(key.isProvenBy(CHALLENGE, answer)).isFalse();
            assertThat(key.isProvenBy(CHALLENGE, new byte[] {0})).isFalse();
            assertThat(key.isProvenBy(CHALLENGE, modulus.toByteArray())).isFalse();
        }
    }

    @Test
    void keys_too_weak_too_large_or_no_keys_at_all_are_none() {
        assertThat(ActiveAuthentication.of(LogicalData.dg15(Keys.rsa(512).getPublic()), Optional.empty()))
                .isEmpty();
        assertThat(ActiveAuthentication.of(LogicalData.dg15(Keys.ec("secp192r1").getPublic()), Optional.empty()))
                .isEmpty();
        var whole = LogicalData.dg15(Keys.ec("secp256r1").getPublic());
        for (var length = 0; length < whole.length; length++) {
            assertThat(ActiveAuthentication.of(Arrays.copyOf(whole, length), Optional.empty()))
                    .isEmpty();
        }
    }

    /// What the chip adds of its own is as long as fits; the challenge follows outside (ICAO 9303-11 §6.1.2.2).
    private static byte[] signed(
            KeyPair pair, org.bouncycastle.crypto.Digest digest, boolean implicit, byte[] challenge)
            throws CryptoException {
        var signer = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
        var key = (RSAPrivateKey) pair.getPrivate();
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        var own = new byte[key.getModulus().bitLength() / 8 - digest.getDigestSize() - (implicit ? 2 : 3)];
        Arrays.fill(own, (byte) 0x5A);
        signer.update(own, 0, own.length);
        signer.update(challenge, 0, challenge.length);
        return signer.generateSignature();
    }
}
