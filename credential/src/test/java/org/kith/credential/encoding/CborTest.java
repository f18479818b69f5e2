package org.kith.credential.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {
    /// RFC 8949, appendix A: those in deterministic form that this reader takes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "01",
                "0a",
                "17",
                "1818",
                "1819",
                "1864",
                "1903e8",
                "1a000f4240",
                "1b000000e8d4a51000",
                "20",
                "29",
                "3863",
                "3903e7",
                "40",
                "4401020304",
                "60",
                "6161",
                "6449455446",
                "62225c",
                "62c3bc",
                "63e6b0b4",
                "64f0908591",
                "80",
                "83010203",
                "8301820203820405",
                "a0",
                "a201020304",
                "a26161016162820203",
                "826161a161626163",
                "f4",
                "f5",
                "f6",
                "f7",
                "f0",
                "f8ff",
                "c11a514b67b0",
                "d818456449455446",
                "98190102030405060708090a0b0c0d0e0f101112131415161718181819"
            })
    void the_examples_of_rfc_8949_are_read_and_written_to_the_byte(String hex) throws Malformed {
        assertThat(HexFormat.of().formatHex(Cbor.write(read(hex)))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"f93c00, 1.0", "f97bff, 65504.0", "fa47c35000, 100000.0", "fb3ff199999999999a, 1.1", "f9c400, -4.0"})
    void floats_of_each_width_are_read(String hex, double value) throws Malformed {
        assertThat(read(hex)).isEqualTo(new Cbor.Real(value));
    }

    @ParameterizedTest
    @CsvSource({
        "'', cut short",
        "18, cut short",
        "6261, cut short",
        "8301, cut short",
        "a101, cut short",
        "9a7fffffff, cut short",
        "ba7fffffff, cut short",
        "5a7fffffff, cut short",
        "0000, bytes follow",
        "1801, shortest",
        "190001, shortest",
        "190018, shortest",
        "1a0000ffff, shortest",
        "1b00000000ffffffff, shortest",
        "1a00000001, shortest",
        "1b0000000000000001, shortest",
        "5801aa, shortest",
        "f801, shortest",
        "1bffffffffffffffff, too large",
        "3bffffffffffffffff, too large",
        "5f4101ff, not stated",
        "7f6161ff, not stated",
        "9f01ff, not stated",
        "bf0102ff, not stated",
        "ff, break",
        "a201010102, twice",
        "a2616101616102, twice",
        "a1f501, neither number nor text",
        "a18001, neither number nor text",
        "61ff, UTF-8",
        "62c380ff, bytes follow",
        "63eda080, UTF-8"
    })
    void what_two_readers_might_read_differently_is_refused(String hex, String fault) {
        assertThatThrownBy(() -> read(hex)).isInstanceOf(Malformed.class).hasMessageContaining(fault);
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThatThrownBy(() -> read("81".repeat(10_000) + "00")).hasMessageContaining("deep");
        assertThatThrownBy(() -> read("c1".repeat(10_000) + "00")).hasMessageContaining("deep");
    }

    @Test
    void keys_are_written_in_the_order_of_their_bytes() {
        var map = Cbor.map()
                .put("b", new Cbor.Int(1))
                .put(65535, new Cbor.Int(2))
                .put(-1, new Cbor.Int(3))
                .put(4, new Cbor.Int(4));

        assertThat(HexFormat.of().formatHex(Cbor.write(map.build())))
                .isEqualTo("a40404" + "19ffff02" + "2003" + "616201");
    }

    @Test
    void bytes_are_ordered_without_sign() {
        var map = Cbor.map().put(128, new Cbor.Int(1)).put(127, new Cbor.Int(2));

        assertThat(HexFormat.of().formatHex(Cbor.write(map.build()))).isEqualTo("a2" + "187f02" + "188001");
    }

    @Test
    void random_bytes_are_read_or_refused_and_nothing_else() {
        var random = new Random(8949);
        var read = 0;
        for (var round = 0; round < 200_000; round++) {
            var bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                Cbor.read(bytes);
                read++;
            } catch (Malformed expected) {
                // Any other exception fails the test.
            }
        }
        assertThat(read).isPositive();
    }

    private static Cbor read(String hex) throws Malformed {
        return Cbor.read(HexFormat.of().parseHex(hex));
    }

    @Test
    void a_large_map_is_read_like_a_small_one() throws Malformed {
        for (var size : new int[] {1, 16, 17, 1_000}) {
            var map = Cbor.map();
            for (var i = 0; i < size; i++)
                map.put(i, new Cbor.Text("number " + i)).put("name " + i, new Cbor.Int(i));

            var read = (Cbor.Map) Cbor.read(Cbor.write(map.build()));

            assertThat(read).isEqualTo(map.build()).hasSameHashCodeAs(map.build());
            assertThat(read.entries()).hasSize(2 * size);
            assertThat(read.get(size - 1)).contains(new Cbor.Text("number " + (size - 1)));
            assertThat(read.get("name " + (size - 1))).contains(new Cbor.Int(size - 1));
            assertThat(read.get(size)).isEmpty();
            assertThat(read.get("name")).isEmpty();
        }
    }

    @Test
    void a_key_given_twice_is_found_in_a_map_of_any_size() {
        for (var size : new int[] {2, 16, 17, 23, 1_000}) {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(
                    size < 24
                            ? new byte[] {(byte) (0xA0 | size)}
                            : new byte[] {(byte) 0xB9, (byte) (size >> 8), (byte) size});
            for (var i = 0; i < size; i++) {
                bytes.writeBytes(Cbor.write(new Cbor.Int(i == size - 1 ? 0 : i)));
                bytes.write(0xF6);
            }

            assertThatThrownBy(() -> Cbor.read(bytes.toByteArray()))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("twice");
        }
    }

    @Test
    void a_replacement_character_that_was_written_is_read() throws Malformed {
        assertThat(Cbor.read(Cbor.write(new Cbor.Text("\uFFFD")))).isEqualTo(new Cbor.Text("\uFFFD"));
    }
}
