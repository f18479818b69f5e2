package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/// Writes CBOR deterministically (RFC 8949 §4.2.1).
final class CborWriter {
    private byte[] out = new byte[256];
    private int length;

    private CborWriter() {}

    static byte[] write(Cbor value) {
        var writer = new CborWriter();
        writer.value(value);
        return Arrays.copyOf(writer.out, writer.length);
    }

    private void value(Cbor value) {
        switch (value) {
            case Cbor.Int(var number) when number >= 0 -> head(0, number);
            case Cbor.Int(var number) -> head(1, -1 - number);
            case Cbor.Bytes bytes -> string(2, bytes.raw());
            case Cbor.Text(var text) -> string(3, text.getBytes(UTF_8));
            case Cbor.Array(var items) -> {
                head(4, items.size());
                for (var item : items) value(item);
            }
            case Cbor.Map map -> map(map);
            case Cbor.Tag(var number, var content) -> {
                head(6, number);
                value(content);
            }
            case Cbor.Simple(var number) -> head(7, number);
            case Cbor.Real(var number) -> {
                next((7 << 5) | 27);
                number(Double.doubleToLongBits(number), 8);
            }
        }
    }

    private void map(Cbor.Map map) {
        var sorted = new ArrayList<Map.Entry<byte[], Cbor>>(map.entries().size());
        map.entries().forEach((key, value) -> sorted.add(Map.entry(key(key), value)));
        sorted.sort((one, other) -> Arrays.compareUnsigned(one.getKey(), other.getKey()));
        head(5, sorted.size());
        for (var entry : sorted) {
            bytes(entry.getKey());
            value(entry.getValue());
        }
    }

    /// Written where it will be, only to be taken away again: no writer of its own for each key.
    private byte[] key(Cbor key) {
        var from = length;
        value(key);
        var written = Arrays.copyOfRange(out, from, length);
        length = from;
        return written;
    }

    private void string(int major, byte[] bytes) {
        head(major, bytes.length);
        bytes(bytes);
    }

    private void bytes(byte[] bytes) {
        require(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private void head(int major, long argument) {
        var type = major << 5;
        if (argument < 24) {
            next(type | (int) argument);
            return;
        }
        var width = argument < 1 << 8 ? 0 : argument < 1 << 16 ? 1 : argument < 1L << 32 ? 2 : 3;
        next(type | (24 + width));
        number(argument, 1 << width);
    }

    private void number(long value, int bytes) {
        for (var shift = (bytes - 1) * 8; shift >= 0; shift -= 8) next((int) (value >>> shift));
    }

    private void next(int value) {
        require(1);
        out[length++] = (byte) value;
    }

    private void require(int more) {
        if (out.length - length < more) out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
    }
}
