package org.kith.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AesGcmTest {
    private static final byte[] KEY = Secret.randomBytes(Secret.LENGTH);
    private static final byte[] PLACE = "answer.name of one person".getBytes(UTF_8);
    private static final byte[] WORDS = "Надежда Бренн-Варга".getBytes(UTF_8);

    private final AesGcm ours = new AesGcm(KEY);

    @Test
    void what_tink_sealed_opens_here_and_what_we_seal_opens_there() throws GeneralSecurityException {
        var tink = new AesGcmJce(KEY);

        assertThat(ours.decrypt(tink.encrypt(WORDS, PLACE), PLACE)).isEqualTo(WORDS);
        assertThat(tink.decrypt(ours.encrypt(WORDS, PLACE), PLACE)).isEqualTo(WORDS);
        assertThat(tink.decrypt(ours.encrypt(new byte[0], PLACE), PLACE)).isEmpty();
    }

    @Test
    void no_nonce_comes_twice() throws GeneralSecurityException {
        var nonces = new HashSet<String>();

        for (var i = 0; i < 10_000; i++) nonces.add(HexFormat.of().formatHex(ours.encrypt(WORDS, PLACE), 0, 12));

        assertThat(nonces).hasSize(10_000);
    }

    @Test
    void nothing_opens_that_was_changed_or_moved_or_cut() throws GeneralSecurityException {
        var sealed = ours.encrypt(WORDS, PLACE);

        for (var i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> ours.decrypt(changed, PLACE)).isInstanceOf(GeneralSecurityException.class);
        }
        for (var length = 0; length < sealed.length; length++) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> ours.decrypt(cut, PLACE)).isInstanceOf(GeneralSecurityException.class);
        }
        assertThatThrownBy(() -> ours.decrypt(sealed, "answer.name of another".getBytes(UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
