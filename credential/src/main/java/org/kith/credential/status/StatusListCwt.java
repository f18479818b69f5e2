package org.kith.credential.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.kith.credential.status.StatusListRefused.Reason.ANOTHER_LIST;
import static org.kith.credential.status.StatusListRefused.Reason.MALFORMED;
import static org.kith.credential.status.StatusListRefused.Reason.MISSING_CLAIM;
import static org.kith.credential.status.StatusListRefused.Reason.NOT_GENUINE;
import static org.kith.credential.status.StatusListRefused.Reason.UNKNOWN_KEY;
import static org.kith.credential.status.StatusListRefused.Reason.WRONG_TYPE;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Jwk;

/// A status list signed as a CWT (Token Status List §5.2), as other issuers publish it. Kith reads it and
/// writes the JWT.
public final class StatusListCwt {
    /// Media type of the answer at a list's address (Token Status List §8.1), and the token's own `typ` (RFC
    /// 9596).
    public static final String MEDIA_TYPE = "application/statuslist+cwt";

    private static final long TYP = 16;
    private static final long SUB = 2;
    private static final long EXP = 4;
    private static final long IAT = 6;
    private static final long TTL = 65534;
    private static final long STATUS_LIST = 65533;

    private StatusListCwt() {}

    /// Believes a token as [StatusListToken#verify] does.
    ///
    /// @param keys the issuer's keys for status lists by `kid`, as text; a token without `kid` is tried with
    ///     each
    public static VerifiedStatusList verify(byte[] token, String uri, Map<String, Jwk> keys) throws StatusListRefused {
        try {
            var cose = CoseSign1.parse(token);
            if (!cose.protectedHeader(TYP).equals(Optional.of(new Cbor.Text(MEDIA_TYPE)))) {
                throw new StatusListRefused(WRONG_TYPE, "typ is not " + MEDIA_TYPE);
            }
            var key = genuine(cose, keys);
            if (!(Cbor.read(cose.payload()) instanceof Cbor.Map claims)) throw new Malformed("a CWT that is not a map");
            if (!claims.get(SUB).equals(Optional.of(new Cbor.Text(uri)))) {
                throw new StatusListRefused(ANOTHER_LIST, "sub is not the address asked for");
            }
            return read(uri, claims, key);
        } catch (Malformed e) {
            throw new StatusListRefused(MALFORMED, e.fault());
        }
    }

    private static Jwk genuine(CoseSign1 cose, Map<String, Jwk> keys) throws StatusListRefused {
        var named = named(cose, keys);
        if (named.isEmpty()) throw new StatusListRefused(UNKNOWN_KEY, "signed by a key that is not trusted");
        for (var key : named) {
            if (cose.verify(key)) return key;
        }
        throw new StatusListRefused(NOT_GENUINE, "the signature does not hold");
    }

    private static Collection<Jwk> named(CoseSign1 cose, Map<String, Jwk> keys) {
        var kid = cose.kid();
        if (kid.isEmpty()) return keys.values();
        var key = keys.get(new String(kid.get(), UTF_8));
        return key == null ? List.of() : List.of(key);
    }

    private static VerifiedStatusList read(String uri, Cbor.Map claims, Jwk key) throws StatusListRefused, Malformed {
        var terms = new StatusListTerms(
                uri,
                Instant.ofEpochSecond(seconds(claims, IAT)),
                Instant.ofEpochSecond(seconds(claims, EXP)),
                Duration.ofSeconds(seconds(claims, TTL)));
        if (claims.get(STATUS_LIST).orElse(null) instanceof Cbor.Map list
                && list.get("bits").orElse(null) instanceof Cbor.Int(var bits)
                && bits > 0
                && bits <= 8
                && list.get("lst").orElse(null) instanceof Cbor.Bytes lst) {
            return new VerifiedStatusList(terms, StatusList.inflate((int) bits, lst.value()), key);
        }
        throw new StatusListRefused(MISSING_CLAIM, "status_list needs bits and lst");
    }

    private static long seconds(Cbor.Map claims, long key) throws StatusListRefused {
        if (claims.get(key).orElse(null) instanceof Cbor.Int(var seconds)
                && seconds >= 0
                && seconds <= StatusListTerms.LATEST) {
            return seconds;
        }
        throw new StatusListRefused(MISSING_CLAIM, "claim " + key + " is missing or not a time in seconds");
    }
}
