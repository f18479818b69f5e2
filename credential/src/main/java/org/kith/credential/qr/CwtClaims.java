package org.kith.credential.qr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// The claims of a CBOR Web Token (RFC 8392 §3.1), whoever wrote them.
///
/// @param all every claim, those named here included
public record CwtClaims(
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable Instant expiresAt,
        @Nullable Instant notBefore,
        @Nullable Instant issuedAt,
        Cbor.Map all) {
    static final long ISSUER = 1;
    static final long SUBJECT = 2;
    static final long EXPIRES_AT = 4;
    static final long NOT_BEFORE = 5;
    static final long ISSUED_AT = 6;

    /// The end of the year 9999: a later time is a mistake.
    private static final long LATEST = 253_402_300_799L;

    static CwtClaims read(byte[] payload) throws Malformed {
        if (!(Cbor.read(payload) instanceof Cbor.Map claims)) throw new Malformed("a CWT that is not a map");
        return new CwtClaims(
                text(claims, ISSUER),
                text(claims, SUBJECT),
                time(claims, EXPIRES_AT),
                time(claims, NOT_BEFORE),
                time(claims, ISSUED_AT),
                claims);
    }

    private static @Nullable String text(Cbor.Map claims, long key) throws Malformed {
        return switch (claims.get(key).orElse(null)) {
            case null -> null;
            case Cbor.Text(var text) -> text;
            default -> throw new Malformed("CWT claim " + key + " is not text");
        };
    }

    private static @Nullable Instant time(Cbor.Map claims, long key) throws Malformed {
        return switch (claims.get(key).orElse(null)) {
            case null -> null;
            case Cbor.Int(var seconds) when seconds >= 0 && seconds <= LATEST -> Instant.ofEpochSecond(seconds);
            default -> throw new Malformed("CWT claim " + key + " is not a time in whole seconds");
        };
    }
}
