package org.kith.credential.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.Vectors;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;

class StatusListTest {
    private static final int MILLION = 1 << 20;

    @Test
    void the_drafts_first_example_of_one_bit_is_read_and_written() throws Malformed {
        var list = StatusList.inflate(1, Base64Url.read("eNrbuRgAAhcBXQ"));

        assertThat(values(list)).containsExactly(1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1);
        assertThat(list.bytes()).isEqualTo(new byte[] {(byte) 0xB9, (byte) 0xA3});
        assertThat(Base64Url.write(list.deflate(9))).isEqualTo("eNrbuRgAAhcBXQ");
    }

    @Test
    void the_drafts_first_example_of_two_bits_is_read_and_written() throws Malformed {
        var list = StatusList.inflate(2, Base64Url.read("eNo76fITAAPfAgc"));

        assertThat(values(list)).containsExactly(1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3);
        assertThat(Base64Url.write(list.deflate(9))).isEqualTo("eNo76fITAAPfAgc");
    }

    /// Token Status List, test vectors: 2^20 entries of which these are set; the bytes are those printed there.
    @Test
    void the_drafts_long_examples_are_written_to_the_byte() {
        var one = StatusList.ofSize(1, MILLION);
        oneBit().forEach(one::set);
        var two = StatusList.ofSize(2, MILLION);
        twoBits().forEach(two::set);

        assertThat(Base64Url.write(one.deflate(9))).startsWith("eNrt3AENwCAMAEGogklACtKQPg9LugC9k_ACvreiogE");
        assertThat(Base64Url.write(one.deflate(9))).endsWith("AAACAZC8L2AEb").hasSize(252);
        assertThat(Base64Url.write(two.deflate(9))).startsWith("eNrt2zENACEQAEEuoaBABP5VIO01fCjIHTMStt9ovGV");
        assertThat(Base64Url.write(two.deflate(9))).endsWith("wIAAAAAAAAAAAAAAAAAAACoYUoAAAAAAAAAAAAAAEBqH81gAQw");
    }

    @Test
    void the_drafts_files_of_1_2_4_and_8_bits_are_read() throws Malformed {
        var folder = Vectors.folder("token-status-list");
        var files = Map.of(
                "status_list_encoding1_long_json.md", oneBit(),
                "status_list_encoding2_long_json.md", twoBits(),
                "status_list_encoding4_json.md", fourBits());
        for (var file : files.entrySet()) {
            var list = example(Vectors.read(folder.resolve(file.getKey())));

            assertThat(list.size()).isEqualTo(MILLION);
            assertThat(set(list)).isEqualTo(file.getValue());
        }
        var eight = example(Vectors.read(folder.resolve("status_list_encoding8_json.md")));
        assertThat(eight.size()).isEqualTo(MILLION);
        assertThat(set(eight))
                .containsEntry(1199, 121)
                .containsEntry(19535, 255)
                .containsEntry(122648, 224);
        assertThat(set(eight).values())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(1, 256).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void every_entry_keeps_what_was_set_whatever_its_neighbours_become(int bits) {
        var random = new Random(bits);
        var list = StatusList.ofSize(bits, 1000);
        var expected = new int[list.size()];
        for (var change = 0; change < 10_000; change++) {
            var index = random.nextInt(list.size());
            expected[index] = random.nextInt(1 << bits);
            list.set(index, expected[index]);
        }

        assertThat(values(list)).containsExactly(IntStream.of(expected).boxed().toArray(Integer[]::new));
    }

    @Test
    void a_position_outside_and_a_value_too_large_are_refused() {
        var list = StatusList.ofSize(2, 8);

        assertThatThrownBy(() -> list.status(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.set(-1, Status.VALID)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.set(0, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatusList.ofSize(1, 8).set(0, Status.SUSPENDED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatusList.ofSize(3, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_the_draft_leaves_open_is_unknown_and_never_valid() {
        var list = StatusList.ofSize(4, 16);
        list.set(3, 3);
        list.set(4, 15);

        assertThat(list.status(3)).isEqualTo(Status.UNKNOWN);
        assertThat(list.status(4)).isEqualTo(Status.UNKNOWN);
        assertThat(list.value(4)).isEqualTo(15);
        assertThatThrownBy(() -> list.set(0, Status.UNKNOWN)).isInstanceOf(IllegalStateException.class);
    }

    private static StatusList example(String file) throws Malformed {
        var json = Json.object(file.replaceAll("\\s", "").getBytes(UTF_8));
        return StatusList.inflate(
                json.path("bits").intValue(), Base64Url.read(json.path("lst").stringValue()));
    }

    private static List<Integer> values(StatusList list) {
        return IntStream.range(0, list.size()).mapToObj(list::value).toList();
    }

    private static Map<Integer, Integer> set(StatusList list) {
        var set = new TreeMap<Integer, Integer>();
        for (var index = 0; index < list.size(); index++) {
            if (list.value(index) != 0) set.put(index, list.value(index));
        }
        return set;
    }

    private static Map<Integer, Integer> oneBit() {
        var set = new TreeMap<Integer, Integer>();
        for (var index : twoBits().keySet()) set.put(index, 1);
        return set;
    }

    private static Map<Integer, Integer> twoBits() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry(0, 1),
                Map.entry(1993, 2),
                Map.entry(25460, 1),
                Map.entry(159495, 3),
                Map.entry(495669, 1),
                Map.entry(554353, 1),
                Map.entry(645645, 2),
                Map.entry(723232, 1),
                Map.entry(854545, 1),
                Map.entry(934534, 2),
                Map.entry(1000345, 3)));
    }

    private static Map<Integer, Integer> fourBits() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry(0, 1),
                Map.entry(1993, 2),
                Map.entry(35460, 3),
                Map.entry(459495, 4),
                Map.entry(595669, 5),
                Map.entry(754353, 6),
                Map.entry(845645, 7),
                Map.entry(923232, 8),
                Map.entry(924445, 9),
                Map.entry(934534, 10),
                Map.entry(1000345, 12),
                Map.entry(1004534, 11),
                Map.entry(1030203, 13),
                Map.entry(1030204, 14),
                Map.entry(1030205, 15)));
    }
}
