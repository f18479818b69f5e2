package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.TreeMap;

/// Writes CBOR deterministically (RFC 8949 §4.2.1).
final class CborWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborWriter() {}

    static byte[] write(Cbor value) {
        var writer = new CborWriter();
        writer.value(value);
        return writer.out.toByteArray();
    }

    private void value(Cbor value) {
        switch (value) {
            case Cbor.Int(var number) when number >= 0 -> head(0, number);
            case Cbor.Int(var number) -> head(1, -1 - number);
            case Cbor.Bytes bytes -> string(2, bytes.value());
            case Cbor.Text(var text) -> string(3, text.getBytes(UTF_8));
            case Cbor.Array(var items) -> {
                head(4, items.size());
                items.forEach(this::value);
            }
            case Cbor.Map map -> map(map);
            case Cbor.Tag(var number, var content) -> {
                head(6, number);
                value(content);
            }
            case Cbor.Simple(var number) -> head(7, number);
            case Cbor.Real(var number) -> {
                out.write((7 << 5) | 27);
                number(Double.doubleToLongBits(number), 8);
            }
        }
    }

    private void map(Cbor.Map map) {
        var sorted = new TreeMap<byte[], Cbor>(Arrays::compareUnsigned);
        map.entries().forEach((key, value) -> sorted.put(write(key), value));
        head(5, sorted.size());
        sorted.forEach((key, value) -> {
            out.writeBytes(key);
            value(value);
        });
    }

    private void string(int major, byte[] bytes) {
        head(major, bytes.length);
        out.writeBytes(bytes);
    }

    private void head(int major, long argument) {
        var type = major << 5;
        if (argument < 24) {
            out.write(type | (int) argument);
            return;
        }
        var width = argument < 1 << 8 ? 0 : argument < 1 << 16 ? 1 : argument < 1L << 32 ? 2 : 3;
        out.write(type | (24 + width));
        number(argument, 1 << width);
    }

    private void number(long value, int length) {
        for (var shift = (length - 1) * 8; shift >= 0; shift -= 8) out.write((int) (value >>> shift) & 0xFF);
    }
}
