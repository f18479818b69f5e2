package org.kith.credential.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Es256Test {
    private static final byte[] MESSAGE = "a card".getBytes(UTF_8);

    private final SomeKey key = SomeKey.fresh();

    @Test
    void the_signature_printed_in_rfc_7515_is_genuine() {
        var signingInput = "eyJhbGciOiJFUzI1NiJ9"
                + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        var signature = Base64.getUrlDecoder()
                .decode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

        assertThat(Es256.verify(SomeKey.ofRfc7515().publicKey(), signingInput.getBytes(UTF_8), signature))
                .isTrue();
    }

    @Test
    void what_a_signer_signs_is_genuine_and_64_bytes_long() {
        var signature = key.signer().sign(MESSAGE);

        assertThat(signature).hasSize(64);
        assertThat(Es256.verify(key.publicKey(), MESSAGE, signature)).isTrue();
    }

    @Test
    void a_changed_message_or_signature_or_key_is_not_genuine() {
        var signature = key.signer().sign(MESSAGE);
        var changed = signature.clone();
        changed[40] ^= 1;

        assertThat(Es256.verify(key.publicKey(), "b card".getBytes(UTF_8), signature))
                .isFalse();
        assertThat(Es256.verify(key.publicKey(), MESSAGE, changed)).isFalse();
        assertThat(Es256.verify(SomeKey.fresh().publicKey(), MESSAGE, signature))
                .isFalse();
    }

    @Test
    void a_signature_of_another_length_or_of_zeros_is_not_genuine() {
        var signature = key.signer().sign(MESSAGE);

        assertThat(Es256.verify(key.publicKey(), MESSAGE, new byte[64])).isFalse();
        assertThat(Es256.verify(key.publicKey(), MESSAGE, new byte[0])).isFalse();
        assertThat(Es256.verify(key.publicKey(), MESSAGE, Arrays.copyOf(signature, 63)))
                .isFalse();
        assertThat(Es256.verify(key.publicKey(), MESSAGE, Arrays.copyOf(signature, 66)))
                .isFalse();
    }

    @Test
    void after_a_malformed_signature_the_next_check_is_still_right() {
        var signature = key.signer().sign(MESSAGE);

        for (var round = 0; round < 100; round++) {
            assertThat(Es256.verify(key.publicKey(), MESSAGE, new byte[64])).isFalse();
            assertThat(Es256.verify(key.publicKey(), MESSAGE, signature)).isTrue();
        }
    }

    @Test
    void many_threads_may_sign_and_verify_with_one_key() {
        var signer = key.signer();

        var wrong = IntStream.range(0, 500).parallel().filter(number -> {
            var message = ("message " + number).getBytes(UTF_8);
            return !Es256.verify(key.publicKey(), message, signer.sign(message));
        });

        assertThat(wrong.count()).isZero();
    }

    @Test
    void a_key_on_another_curve_is_refused() {
        var other = SomeKey.fresh("secp384r1");

        assertThatThrownBy(() -> Es256.verify(other.publicKey(), MESSAGE, new byte[64]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-256");
    }

    @Test
    void a_point_off_the_curve_is_refused() {
        var point = key.publicKey().getW();
        var off = new Claimed(new ECPoint(point.getAffineX(), point.getAffineY().add(BigInteger.ONE)));
        var infinity = new Claimed(ECPoint.POINT_INFINITY);

        assertThatThrownBy(() -> Es256.verify(off, MESSAGE, new byte[64])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Es256.verify(infinity, MESSAGE, new byte[64]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_signer_of_two_halves_that_do_not_belong_together_is_not_made() {
        var other = SomeKey.fresh();

        assertThatThrownBy(() -> Es256.signer(key.privateKey(), other.publicKey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not belong");
    }

    @Test
    void a_signer_prints_its_key_id_and_nothing_of_its_key() {
        assertThat(key.signer()).hasToString("Signer[" + key.jwk().thumbprint() + "]");
    }

    @Test
    void amazons_provider_is_chosen_where_its_jar_is_on_the_class_path() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: the provider's jar in this build is for Linux on x86-64");

        assertThat(CryptoProvider.chosen().getName()).isEqualTo("AmazonCorrettoCryptoProvider");
    }

    /// What a careless parser might hand over: any two numbers, said to be on P-256.
    private record Claimed(ECPoint point) implements ECPublicKey {
        @Override
        public ECPoint getW() {
            return point;
        }

        @Override
        public ECParameterSpec getParams() {
            return P256.CURVE;
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
