package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.cbor.CBORBoolean;
import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORNull;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORTaggedItem;
import com.authlete.cbor.CBORValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What we write, an independent reader must read as the same. (What it writes is not always in the shortest
/// form.)
class CborPeerTest {
    private final Random random = new Random(169);

    @Test
    void authletes_library_reads_what_we_write_as_the_same_values() throws Exception {
        for (var round = 0; round < 1_000; round++) {
            var value = value(0);

            var peer = new CBORDecoder(Cbor.write(value)).next();

            assertThat(plain(peer)).isEqualTo(plain(value));
        }
    }

    @Test
    void we_read_back_what_we_write() throws Malformed {
        for (var round = 0; round < 1_000; round++) {
            var bytes = Cbor.write(value(0));

            assertThat(Cbor.write(Cbor.read(bytes))).isEqualTo(bytes);
        }
    }

    private static Object plain(CBORItem item) {
        return switch (item) {
            case CBORTaggedItem tagged -> List.of(tagged.getTagNumber().longValue(), plain(tagged.getTagContent()));
            case CBORByteArray bytes -> HexFormat.of().formatHex(bytes.getValue());
            case CBORItemList list ->
                list.getItems().stream().map(CborPeerTest::plain).toList();
            case CBORPairList map -> {
                var plain = new HashMap<Object, Object>();
                for (var pair : map.getPairs()) plain.put(plain(pair.getKey()), plain(pair.getValue()));
                yield plain;
            }
            case CBORBoolean bool -> bool.getValue();
            case CBORNull _ -> "null";
            case CBORString text -> text.getValue();
            case CBORValue<?> number -> ((Number) number.getValue()).longValue();
            default -> throw new AssertionError(item.getClass());
        };
    }

    private static Object plain(Cbor value) {
        return switch (value) {
            case Cbor.Tag(var number, var content) -> List.of(number, plain(content));
            case Cbor.Bytes bytes -> HexFormat.of().formatHex(bytes.value());
            case Cbor.Array(var items) ->
                items.stream().map(CborPeerTest::plain).toList();
            case Cbor.Map(var entries) -> {
                var plain = new HashMap<Object, Object>();
                entries.forEach((key, entry) -> plain.put(plain(key), plain(entry)));
                yield plain;
            }
            case Cbor.Simple(var number) -> number == 22 ? "null" : (Object) (number == 21);
            case Cbor.Text(var text) -> text;
            case Cbor.Int(var number) -> number;
            case Cbor.Real(var number) -> number;
        };
    }

    private Cbor value(int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 7)) {
            case 0 -> new Cbor.Int(random.nextLong() >> random.nextInt(64));
            case 1 -> new Cbor.Bytes(bytes());
            case 2 -> new Cbor.Text(new String(bytes(), UTF_8));
            case 3 -> new Cbor.Simple(20 + random.nextInt(3));
            case 4 -> {
                var items = new ArrayList<Cbor>();
                for (var count = random.nextInt(depth == 0 ? 30 : 4); count > 0; count--) items.add(value(depth + 1));
                yield new Cbor.Array(items);
            }
            case 5 -> {
                var map = Cbor.map();
                for (var count = random.nextInt(depth == 0 ? 30 : 4); count > 0; count--) {
                    map.put(random.nextInt(100_000) - 50_000, value(depth + 1));
                    map.put("key " + random.nextInt(1000), value(depth + 1));
                }
                yield map.build();
            }
            default -> new Cbor.Tag(1000 + random.nextInt(70_000), value(depth + 1));
        };
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }
}
