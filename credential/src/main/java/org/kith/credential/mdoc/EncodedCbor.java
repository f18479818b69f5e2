package org.kith.credential.mdoc;

import java.security.MessageDigest;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// CBOR carried as bytes (tag 24, RFC 8949 §3.4.5.1). What is digested or signed are these very bytes, so they are kept
/// as they came and never written again.
record EncodedCbor(Cbor.Bytes bytes, Cbor value) {
    private static final byte TAG = 24;
    private static final byte TAG_HEAD = (byte) 0xD8;

    static EncodedCbor of(Cbor value) {
        return new EncodedCbor(new Cbor.Bytes(Cbor.write(value)), value);
    }

    static EncodedCbor read(Cbor tagged) throws Malformed {
        if (tagged instanceof Cbor.Tag(var number, Cbor.Bytes bytes) && number == TAG) {
            return new EncodedCbor(bytes, Cbor.read(bytes));
        }
        throw new Malformed("no CBOR carried as bytes (tag 24)");
    }

    static EncodedCbor read(byte[] tagged) throws Malformed {
        return read(Cbor.read(tagged));
    }

    Cbor tagged() {
        return new Cbor.Tag(TAG, bytes);
    }

    /// With tag and length, which digests and signatures cover too.
    byte[] write() {
        return Cbor.write(tagged());
    }

    /// The digest of the same, without writing it once more.
    byte[] digest(MessageDigest digest) {
        digest.update(head(bytes.length()));
        bytes.updateTo(digest);
        return digest.digest();
    }

    /// Tag 24, then a byte string of this length in its shortest form (RFC 8949 §3).
    private static byte[] head(int length) {
        if (length < 24) return new byte[] {TAG_HEAD, TAG, (byte) (0x40 | length)};
        if (length < 1 << 8) return new byte[] {TAG_HEAD, TAG, 0x58, (byte) length};
        if (length < 1 << 16) return new byte[] {TAG_HEAD, TAG, 0x59, (byte) (length >> 8), (byte) length};
        return new byte[] {
            TAG_HEAD, TAG, 0x5A, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
        };
    }

    Cbor.Map map(String what) throws Malformed {
        if (value instanceof Cbor.Map map) return map;
        throw new Malformed(what + " that is not a map");
    }
}
