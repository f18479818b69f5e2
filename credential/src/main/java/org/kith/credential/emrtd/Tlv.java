package org.kith.credential.emrtd;

import java.util.Arrays;
import java.util.HexFormat;
import org.kith.credential.encoding.Malformed;

/// One after the other, the data objects of a chip's file (ISO/IEC 7816-4 §5.2.2). A length is believed only as far as
/// there are bytes.
final class Tlv {
    private static final int DEEPEST = 24;

    private final byte[] bytes;
    private final int end;
    private int at;

    private Tlv(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    static Tlv of(byte[] bytes) {
        return new Tlv(bytes, 0, bytes.length);
    }

    /// The value of a file that is one object of this tag, with nothing behind it.
    static byte[] only(byte[] file, int tag) throws Malformed {
        var file1 = of(file);
        var value = file1.next(tag);
        if (file1.hasMore()) throw new Malformed("more than its one object");
        return value;
    }

    boolean hasMore() {
        return at < end;
    }

    /// The value of the next object, which has this tag.
    byte[] next(int tag) throws Malformed {
        var found = tag();
        if (found != tag) throw new Malformed("not the object " + HexFormat.of().toHexDigits(tag, 4));
        return value();
    }

    /// The value of the first object of this tag from here on; what stands before it is passed over.
    byte[] find(int tag) throws Malformed {
        while (hasMore()) {
            var found = tag();
            var value = value();
            if (found == tag) return value;
        }
        throw new Malformed("without the object " + HexFormat.of().toHexDigits(tag, 4));
    }

    /// Refuses what DER does not allow and a parser could be led astray by: objects without an end, lengths beyond the
    /// end, nesting without measure, something behind the end.
    static void requireDefinite(byte[] der) throws Malformed {
        var whole = of(der);
        whole.walk(0);
        if (der.length == 0) throw new Malformed("empty");
        var first = of(der);
        first.tag();
        first.value();
        if (first.hasMore()) throw new Malformed("more than its one object");
    }

    private void walk(int depth) throws Malformed {
        if (depth > DEEPEST) throw new Malformed("nested too deep");
        while (hasMore()) {
            var constructed = (bytes[at] & 0x20) != 0;
            tag();
            var length = length();
            if (constructed) new Tlv(bytes, at, at + length).walk(depth + 1);
            at += length;
        }
    }

    private int tag() throws Malformed {
        var first = octet();
        if ((first & 0x1F) != 0x1F) return first;
        var second = octet();
        if ((second & 0x80) == 0) return (first << 8) | second;
        return (first << 16) | (second << 8) | octet();
    }

    private byte[] value() throws Malformed {
        var length = length();
        var value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    private int length() throws Malformed {
        var first = octet();
        if (first == 0x80) throw new Malformed("of indefinite length");
        if (first > 0x84) throw new Malformed("of a length beyond measure");
        var length = (long) first;
        if (first > 0x80) {
            length = 0;
            for (var octets = first & 0x7F; octets > 0; octets--) length = (length << 8) | octet();
        }
        if (length > end - at) throw new Malformed("shorter than it says");
        return (int) length;
    }

    private int octet() throws Malformed {
        if (at >= end) throw new Malformed("cut off");
        return bytes[at++] & 0xFF;
    }
}
