package org.kith.credential.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

class CoseSign1Test {
    /// RFC 8392 §A.3, the CWT signed with the key of §A.2.3.
    private static final String RFC_8392 = "d28443a10126a104524173796d6d657472696345434453413235365850a701756"
            + "36f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f6170"
            + "3a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5"
            + "610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d"
            + "7438bacaca5acd08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c572091"
            + "20e1c9e30";

    private static final Jwk RFC_8392_KEY = Jwk.ofPoint(
            HexFormat.of().parseHex("143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f"),
            HexFormat.of().parseHex("60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9"));

    private final SomeKey key = SomeKey.fresh();
    private final byte[] payload = "claims".getBytes(UTF_8);

    @Test
    void the_cwt_of_rfc_8392_is_genuine() throws Malformed {
        var cose = CoseSign1.parse(HexFormat.of().parseHex(RFC_8392));

        assertThat(cose.verify(RFC_8392_KEY)).isTrue();
        assertThat(cose.kid().orElseThrow()).isEqualTo("AsymmetricECDSA256".getBytes(UTF_8));
        assertThat(cose.verify(key.jwk())).isFalse();
    }

    @Test
    void the_same_cwt_under_the_cwt_tag_is_genuine_too() throws Malformed {
        assertThat(CoseSign1.parse(HexFormat.of().parseHex("d83d" + RFC_8392)).verify(RFC_8392_KEY))
                .isTrue();
    }

    @Test
    void what_is_signed_is_genuine_and_carries_its_headers() throws Malformed {
        var header = Cbor.map().put(4, new Cbor.Bytes(new byte[] {1, 2})).build();

        var cose = CoseSign1.parse(CoseSign1.sign(header, payload, key.signer()));

        assertThat(cose.verify(key.jwk())).isTrue();
        assertThat(cose.payload()).isEqualTo(payload);
        assertThat(cose.kid().orElseThrow()).containsExactly(1, 2);
    }

    @Test
    void a_byte_changed_anywhere_is_not_genuine() {
        var signed = CoseSign1.sign(Cbor.map().build(), payload, key.signer());
        for (var at = 0; at < signed.length; at++) {
            var changed = signed.clone();
            changed[at] ^= 1;

            assertThat(genuine(changed)).as("byte %d", at).isFalse();
        }
    }

    /// Whoever may choose the algorithm must not choose how a key is used.
    @Test
    void a_signature_of_one_algorithm_never_passes_under_the_name_of_the_other() throws Exception {
        var ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var spki = ed25519.getPublic().getEncoded();
        var point = Arrays.copyOfRange(spki, spki.length - 32, spki.length);
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(ed25519.getPrivate());

        signer.update(signedBytes(-8));
        assertThat(cose(-8, signer.sign()).verifyEd25519(point)).isTrue();
        signer.update(signedBytes(-7));
        assertThat(cose(-7, signer.sign()).verifyEd25519(point)).isFalse();
        assertThat(cose(-7, key.signer().sign(signedBytes(-7))).verify(key.jwk()))
                .isTrue();
        assertThat(cose(-8, key.signer().sign(signedBytes(-8))).verify(key.jwk()))
                .isFalse();
    }

    private CoseSign1 cose(int algorithm, byte[] signature) throws Malformed {
        return CoseSign1.parse(Cbor.write(new Cbor.Tag(
                18,
                Cbor.Array.of(
                        header(algorithm), Cbor.map().build(), new Cbor.Bytes(payload), new Cbor.Bytes(signature)))));
    }

    private byte[] signedBytes(int algorithm) {
        return Cbor.write(Cbor.Array.of(
                new Cbor.Text("Signature1"), header(algorithm), new Cbor.Bytes(new byte[0]), new Cbor.Bytes(payload)));
    }

    private static Cbor header(int algorithm) {
        return new Cbor.Bytes(
                Cbor.write(Cbor.map().put(1, new Cbor.Int(algorithm)).build()));
    }

    @ParameterizedTest
    @CsvSource({
        "826568656c6c6f182a, not a COSE_Sign1",
        "d0820102, encrypted",
        "d2820102, four parts",
        "d28443a10126a1012641634100, twice",
        "d28446a20126028101a041634100, critical",
        "d28441f5a041634100, not a map"
    })
    void what_is_not_a_cose_sign1_is_refused(String hex, String fault) {
        assertThatThrownBy(() -> CoseSign1.parse(HexFormat.of().parseHex(hex)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(fault);
    }

    private boolean genuine(byte[] bytes) {
        try {
            return CoseSign1.parse(bytes).verify(key.jwk());
        } catch (Malformed refused) {
            return false;
        }
    }
}
