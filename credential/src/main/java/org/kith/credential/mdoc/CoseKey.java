package org.kith.credential.mdoc;

import java.util.Optional;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;

/// A public key on P-256 as a COSE_Key (RFC 9053 §7.1.1).
final class CoseKey {
    private static final long KTY = 1;
    private static final long CRV = -1;
    private static final long X = -2;
    private static final long Y = -3;
    private static final long D = -4;
    private static final Optional<Cbor> EC2 = Optional.of(new Cbor.Int(2));
    private static final Optional<Cbor> P256 = Optional.of(new Cbor.Int(1));

    private CoseKey() {}

    static Jwk read(Cbor value) throws Malformed {
        if (!(value instanceof Cbor.Map key)) throw new Malformed("a key that is not a map");
        if (key.get(D).isPresent()) throw new Malformed("a private key");
        if (key.get(KTY).equals(EC2)
                && key.get(CRV).equals(P256)
                && key.get(X).orElse(null) instanceof Cbor.Bytes x
                && key.get(Y).orElse(null) instanceof Cbor.Bytes y) {
            return point(x, y);
        }
        throw new Malformed("a key that is not on P-256 with both its coordinates");
    }

    private static Jwk point(Cbor.Bytes x, Cbor.Bytes y) throws Malformed {
        try {
            return Jwk.ofPoint(x.value(), y.value());
        } catch (IllegalArgumentException e) {
            throw new Malformed("a key that is not a point on P-256");
        }
    }

    static Cbor write(Jwk key) {
        return Cbor.map()
                .put(KTY, new Cbor.Int(2))
                .put(CRV, new Cbor.Int(1))
                .put(X, new Cbor.Bytes(key.x()))
                .put(Y, new Cbor.Bytes(key.y()))
                .build();
    }
}
