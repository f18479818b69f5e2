package org.kith.credential.mdoc;

import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// CBOR carried as bytes (tag 24, RFC 8949 §3.4.5.1). What is digested or signed are these very bytes, so they are kept
/// as they came and never written again.
record EncodedCbor(Cbor.Bytes bytes, Cbor value) {
    private static final long TAG = 24;

    static EncodedCbor of(Cbor value) {
        return new EncodedCbor(new Cbor.Bytes(Cbor.write(value)), value);
    }

    static EncodedCbor read(Cbor tagged) throws Malformed {
        if (tagged instanceof Cbor.Tag(var number, Cbor.Bytes bytes) && number == TAG) {
            return new EncodedCbor(bytes, Cbor.read(bytes.value()));
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

    Cbor.Map map(String what) throws Malformed {
        if (value instanceof Cbor.Map map) return map;
        throw new Malformed(what + " that is not a map");
    }
}
