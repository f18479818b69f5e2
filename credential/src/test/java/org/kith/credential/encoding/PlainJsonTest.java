package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
    @Test
    void values_are_read_as_what_they_are() throws Malformed {
        var json =
                " { \"a\" : [ 1 , -0 , 12345678901234567890 , 1.50 , 2e3 ] , \"b\":true,\"c\":false,\"d\":null,\"\":{} }\n";

        assertThat(PlainJson.readObject(json.getBytes(UTF_8)))
                .containsEntry(
                        "a",
                        List.of(
                                1L,
                                0L,
                                new BigInteger("12345678901234567890"),
                                new BigDecimal("1.50"),
                                new BigDecimal("2e3")))
                .containsEntry("b", true)
                .containsEntry("c", false)
                .containsEntry("d", null)
                .containsEntry("", Map.of());
    }

    @Test
    void strings_are_read_as_written() throws Malformed {
        var json = "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00 é 😀 \uFFFD\"";

        assertThat(PlainJson.read(json.getBytes(UTF_8))).isEqualTo("a\"\\/\b\f\n\r\tA😀 é 😀 \uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "{\"a\":1 \"b\":2}",
                "'a'",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800\\ud800\"",
                "\"a\nb\"",
                "\"\\\"",
                "tru",
                "nul",
                "True",
                "NaN",
                "Infinity",
                "-",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x1",
                "1e1234",
                "1 2",
                "{} {}",
                "null,",
                "// x\n1",
                "{\"a\":1,\"a\":1}",
                "{\"a\":null,\"a\":null}",
                "{\"a\":1,\"\\u0061\":2}",
                "\uFEFF1"
            })
    void what_is_not_json_is_refused(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PlainJson.read(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\u0080\"",
                "\"\u00C3\"",
                "\"\u00C0\u0080\"",
                "\"\u00ED\u00A0\u0080\"",
                "\"\\n\u00FF\"",
                "\"a\u00E9\""
            })
    void broken_utf8_is_refused(String bytes) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PlainJson.read(bytes.getBytes(ISO_8859_1)));
    }

    @Test
    void a_pit_and_a_flood_of_digits_are_refused() throws Malformed {
        assertThat(PlainJson.read(("[".repeat(64) + "]".repeat(64)).getBytes(UTF_8)))
                .isNotNull();
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> PlainJson.read("[".repeat(100_000).getBytes(UTF_8)));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> PlainJson.read("1".repeat(100_000).getBytes(UTF_8)));
    }

    @Test
    void what_json_does_not_have_is_not_written() {
        assertThatIllegalArgumentException().isThrownBy(() -> PlainJson.write(new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> PlainJson.write(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> PlainJson.write(Map.of(1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> PlainJson.write("\ud800"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_is_written_is_read_back_the_same_by_us_and_by_jackson(long seed) throws Malformed {
        var value = Map.of("v", any(new SplittableRandom(seed), 4));

        var json = PlainJson.write(value);

        assertThat(PlainJson.read(json)).isEqualTo(value);
        assertThat(PlainJson.read(Json.write(Json.object(json)))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_flipped_byte_is_refused_or_read_as_jackson_reads_it(long seed) throws Malformed {
        var random = new SplittableRandom(seed);
        var json = PlainJson.write(Map.of("v", any(random, 3)));
        json[random.nextInt(json.length)] = (byte) random.nextInt(256);

        Map<String, Object> read;
        try {
            read = PlainJson.readObject(json);
        } catch (Malformed refused) {
            return;
        }
        assertThat(Json.object(PlainJson.write(read))).isEqualTo(Json.object(json));
    }

    private static Object any(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> random.nextLong() >> random.nextInt(64);
            case 1 -> text(random);
            case 2 -> random.nextBoolean();
            case 3 -> BigInteger.valueOf(random.nextLong()).pow(3);
            case 4 -> {
                var array = new ArrayList<Object>();
                for (var i = random.nextInt(4); i > 0; i--) {
                    array.add(any(random, depth - 1));
                }
                yield array;
            }
            case 5 -> Arrays.asList(null, any(random, depth - 1));
            default -> {
                var object = new LinkedHashMap<String, Object>();
                for (var i = random.nextInt(4); i > 0; i--) {
                    object.put(text(random), any(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(12); i > 0; i--) {
            var c = random.nextInt(random.nextBoolean() ? 0x80 : 0x10FFFF);
            if (c < 0xD800 || c > 0xDFFF) text.appendCodePoint(c);
        }
        return text.toString();
    }
}
