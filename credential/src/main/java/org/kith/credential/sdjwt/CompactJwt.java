package org.kith.credential.sdjwt;

import static org.kith.credential.sdjwt.SdJwtRefused.Reason.UNKNOWN_EXTENSION;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_ALGORITHM;

import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.Es256;

/// A JWT in compact form (RFC 7515 §7.1), read and not verified.
final class CompactJwt {
    private final Map<String, @Nullable Object> header;
    private final Map<String, @Nullable Object> payload;
    private final byte[] signingInput;
    private final byte[] signature;

    private CompactJwt(
            Map<String, @Nullable Object> header,
            Map<String, @Nullable Object> payload,
            byte[] signingInput,
            byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signingInput = signingInput;
        this.signature = signature;
    }

    /// Reads `text[from..to)`.
    ///
    /// @param otherwise why it is refused if it is no JWT
    static CompactJwt read(byte[] text, int from, int to, SdJwtRefused.Reason otherwise) throws SdJwtRefused {
        var first = dot(text, from, to);
        var second = dot(text, first + 1, to);
        if (second == to || dot(text, second + 1, to) != to) throw new SdJwtRefused(otherwise, "a JWT has three parts");
        try {
            return new CompactJwt(
                    PlainJson.readObject(Base64Url.read(text, from, first)),
                    PlainJson.readObject(Base64Url.read(text, first + 1, second)),
                    Arrays.copyOfRange(text, from, second),
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

    boolean isSignedBy(ECPublicKey key) {
        return Es256.verify(key, signingInput, signature);
    }

    private static int dot(byte[] text, int from, int to) {
        var at = from;
        while (at < to && text[at] != '.') {
            at++;
        }
        return Math.min(at, to);
    }
}
