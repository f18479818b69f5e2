package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ZlibTest {
    private static final byte[] BYTES = new byte[100_000];

    @Test
    void what_is_packed_is_unpacked_up_to_the_limit_exactly() throws Malformed {
        var packed = Zlib.deflate(BYTES, 6);

        assertThat(Zlib.inflate(packed, BYTES.length)).isEqualTo(BYTES);
        assertThatThrownBy(() -> Zlib.inflate(packed, BYTES.length - 1))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("more than");
    }

    @Test
    void a_bomb_is_stopped_at_the_limit() {
        var bomb = Zlib.deflate(new byte[64 * 1024 * 1024], 9);

        assertThat(bomb).hasSizeLessThan(70_000);
        assertThatThrownBy(() -> Zlib.inflate(bomb, 1024))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("more than 1024");
    }

    @Test
    void a_stream_cut_short_anywhere_is_refused() {
        var packed = Zlib.deflate("a status list of some length".getBytes(UTF_8), 6);
        for (var length = 0; length < packed.length; length++) {
            var cut = Arrays.copyOf(packed, length);

            assertThatThrownBy(() -> Zlib.inflate(cut, 1000))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void a_changed_checksum_and_bytes_behind_the_end_are_refused() {
        var changed = Zlib.deflate(BYTES, 6);
        changed[changed.length - 1] ^= 1;
        var longer = Arrays.copyOf(Zlib.deflate(BYTES, 6), changed.length + 1);

        assertThatThrownBy(() -> Zlib.inflate(changed, BYTES.length)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> Zlib.inflate(longer, BYTES.length)).hasMessageContaining("follow");
    }

    @Test
    void nothing_packed_is_nothing_unpacked() throws Malformed {
        assertThat(Zlib.inflate(Zlib.deflate(new byte[0], 6), 0)).isEmpty();
    }
}
