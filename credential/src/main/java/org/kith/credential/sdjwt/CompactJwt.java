package org.kith.credential.sdjwt;

import static org.kith.credential.sdjwt.SdJwtRefused.Reason.UNKNOWN_EXTENSION;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_ALGORITHM;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;

/// A JWT in compact form (RFC 7515 §7.1), read and not verified.
final class CompactJwt {
    private final Map<String, @Nullable Object> header;
    private final Map<String, @Nullable Object> payload;
    private final byte[] text;
    private final int from;
    private final int signedTo;
    private final byte[] signature;

    private CompactJwt(
            Map<String, @Nullable Object> header,
            Map<String, @Nullable Object> payload,
            byte[] text,
            int from,
            int signedTo,
            byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.text = text;
        this.from = from;
        this.signedTo = signedTo;
        this.signature = signature;
    }

    /// Reads the letters from `from` to `to`, given as text (to search in) and as ASCII (to decode from).
    ///
    /// @param otherwise why it is refused if it is no JWT
    static CompactJwt read(String compact, byte[] text, int from, int to, SdJwtRefused.Reason otherwise)
            throws SdJwtRefused {
        var first = dot(compact, from, to);
        var second = dot(compact, Math.min(first + 1, to), to);
        if (second == to || dot(compact, second + 1, to) < to)
            throw new SdJwtRefused(otherwise, "a JWT has three parts");
        try {
            return new CompactJwt(
                    PlainJson.readObject(Base64Url.read(text, from, first)),
                    PlainJson.readObject(Base64Url.read(text, first + 1, second)),
                    text,
                    from,
                    second,
                    Base64Url.read(text, second + 1, to));
        } catch (Malformed e) {
            throw new SdJwtRefused(otherwise, e.fault());
        }
    }

    Map<String, @Nullable Object> header() {
        return header;
    }

    Map<String, @Nullable Object> payload() {
        return payload;
    }

    /// Nothing but ES256, and no extension.
    void requireKnown() throws SdJwtRefused {
        if (!"ES256".equals(header.get("alg"))) throw new SdJwtRefused(WRONG_ALGORITHM, "alg is not ES256");
        if (header.containsKey("crit")) throw new SdJwtRefused(UNKNOWN_EXTENSION, "crit names an extension");
    }

    boolean hasType(String typ) {
        return typ.equals(header.get("typ"));
    }

    boolean isSignedBy(Jwk key) {
        return Es256.verify(key, text, from, signedTo, signature);
    }

    private static int dot(String compact, int from, int to) {
        var at = compact.indexOf('.', from, to);
        return at < 0 ? to : at;
    }
}
