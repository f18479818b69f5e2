package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
    @ParameterizedTest
    @CsvSource({"AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0"})
    void the_examples_of_rfc_9285_are_written_and_read(String plain, String encoded) throws Malformed {
        assertThat(Base45.write(plain.getBytes(UTF_8))).isEqualTo(encoded);
        assertThat(Base45.read(encoded)).isEqualTo(plain.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GGW", ":::", "A", "BB8A", "bb8", "BB8::", "BB8ÄB8"})
    void what_no_bytes_are_written_as_is_refused(String text) {
        assertThatThrownBy(() -> Base45.read(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void any_bytes_come_back() throws Malformed {
        var random = new Random(45);
        for (var length = 0; length < 300; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);

            assertThat(Base45.read(Base45.write(bytes))).isEqualTo(bytes);
        }
    }
}
