package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/// Reads CBOR. Nothing is set aside before its bytes are seen to be there, so a short message cannot ask for
/// much.
final class CborReader {
    private static final int DEEPEST = 16;
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private int at;

    private CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static Cbor read(byte[] bytes) throws Malformed {
        var reader = new CborReader(bytes);
        var value = reader.value(0);
        if (reader.at != bytes.length) throw new Malformed("bytes follow the CBOR value");
        return value;
    }

    private Cbor value(int depth) throws Malformed {
        if (depth > DEEPEST) throw new Malformed("CBOR nested more than " + DEEPEST + " deep");
        var head = next();
        var additional = head & 0x1F;
        return switch ((head & 0xFF) >> 5) {
            case 0 -> new Cbor.Int(argument(additional));
            case 1 -> new Cbor.Int(-1 - argument(additional));
            case 2 -> bytes(argument(additional));
            case 3 -> new Cbor.Text(text(argument(additional)));
            case 4 -> array(argument(additional), depth);
            case 5 -> map(argument(additional), depth);
            case 6 -> new Cbor.Tag(argument(additional), value(depth + 1));
            default -> other(additional);
        };
    }

    private Cbor array(long count, int depth) throws Malformed {
        requireLeft(count);
        var items = new Cbor[(int) count];
        for (var item = 0; item < count; item++) items[item] = value(depth + 1);
        return Cbor.Array.of(items);
    }

    private Cbor map(long count, int depth) throws Malformed {
        requireLeft(count);
        var keys = new Cbor[(int) count];
        var values = new Cbor[(int) count];
        for (var entry = 0; entry < count; entry++) {
            keys[entry] = value(depth + 1);
            if (!(keys[entry] instanceof Cbor.Int) && !(keys[entry] instanceof Cbor.Text)) {
                throw new Malformed("a CBOR map key that is neither number nor text");
            }
            values[entry] = value(depth + 1);
        }
        var entries = CborEntries.of(keys, values);
        if (entries == null) throw new Malformed("a CBOR map key given twice");
        return new Cbor.Map(entries);
    }

    /// Major type 7: simple values and floats (RFC 8949 §3.3).
    private Cbor other(int additional) throws Malformed {
        return switch (additional) {
            case 24 -> {
                var value = next() & 0xFF;
                if (value < 32) throw new Malformed("a CBOR simple value not in its shortest form");
                yield new Cbor.Simple(value);
            }
            case 25 -> new Cbor.Real(Float.float16ToFloat((short) number(2)));
            case 26 -> new Cbor.Real(Float.intBitsToFloat((int) number(4)));
            case 27 -> new Cbor.Real(Double.longBitsToDouble(number(8)));
            case 28, 29, 30, 31 -> throw new Malformed("a CBOR break or reserved value");
            default -> new Cbor.Simple(additional);
        };
    }

    private long argument(int additional) throws Malformed {
        if (additional < 24) return additional;
        if (additional > 27) throw new Malformed("a CBOR value whose length is not stated");
        var length = 1 << (additional - 24);
        var value = number(length);
        if (value < 0) throw new Malformed("a CBOR number too large");
        if (value < 24 || (length > 1 && value >>> (length * 4) == 0)) {
            throw new Malformed("a CBOR number not in its shortest form");
        }
        return value;
    }

    private long number(int length) throws Malformed {
        var value = 0L;
        for (var read = 0; read < length; read++) value = (value << 8) | (next() & 0xFF);
        return value;
    }

    private byte next() throws Malformed {
        requireLeft(1);
        return bytes[at++];
    }

    private Cbor bytes(long count) throws Malformed {
        requireLeft(count);
        at += (int) count;
        return new Cbor.Bytes(bytes, at - (int) count, at);
    }

    private void requireLeft(long length) throws Malformed {
        if (length > bytes.length - at) throw new Malformed("CBOR cut short");
    }

    /// What decodes without a replacement is UTF-8, and that is the quick way; a replacement may also stand in the
    /// text.
    private String text(long count) throws Malformed {
        requireLeft(count);
        var from = at;
        at += (int) count;
        var text = new String(bytes, from, (int) count, UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strictly(Arrays.copyOfRange(bytes, from, at));
    }

    private static String strictly(byte[] utf8) throws Malformed {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("CBOR text that is not UTF-8");
        }
    }
}
