package org.kith.specimen;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Octets put together and taken apart, as chips write them.
final class Octets {
    private Octets() {}

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    /// A data object.
    static byte[] object(int tag, byte[]... values) {
        var value = join(values);
        var all = new ByteArrayOutputStream();
        if (tag > 0xFF) all.write(tag >> 8);
        all.write(tag);
        length(all, value.length);
        all.writeBytes(value);
        return all.toByteArray();
    }

    /// The data objects in there, by tag of one octet.
    static Map<Integer, byte[]> objects(byte[] bytes) {
        var found = new LinkedHashMap<Integer, byte[]>();
        var at = 0;
        while (at < bytes.length) {
            var tag = bytes[at++] & 0xFF;
            var length = bytes[at++] & 0xFF;
            if (length > 0x80) {
                var octets = length & 0x7F;
                length = 0;
                for (; octets > 0; octets--) length = (length << 8) | (bytes[at++] & 0xFF);
            }
            found.put(tag, Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        return found;
    }

    static byte[] status(int word) {
        return new byte[] {(byte) (word >> 8), (byte) word};
    }

    /// ISO/IEC 9797-1, padding method 2.
    static byte[] padded(byte[] bytes, int block) {
        var padded = Arrays.copyOf(bytes, (bytes.length / block + 1) * block);
        padded[bytes.length] = (byte) 0x80;
        return padded;
    }

    static byte[] unpadded(byte[] bytes) {
        var end = bytes.length - 1;
        while (bytes[end] == 0) end--;
        return Arrays.copyOf(bytes, end);
    }

    private static void length(ByteArrayOutputStream all, int length) {
        if (length >= 0x80) {
            var octets = length > 0xFFFF ? 3 : length > 0xFF ? 2 : 1;
            all.write(0x80 | octets);
            for (var octet = octets - 1; octet > 0; octet--) all.write(length >> (8 * octet));
        }
        all.write(length);
    }
}
