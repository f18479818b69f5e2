package org.kith.credential.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.kith.credential.status.StatusListRefused.Reason.ANOTHER_LIST;
import static org.kith.credential.status.StatusListRefused.Reason.MALFORMED;
import static org.kith.credential.status.StatusListRefused.Reason.MISSING_CLAIM;
import static org.kith.credential.status.StatusListRefused.Reason.NOT_GENUINE;
import static org.kith.credential.status.StatusListRefused.Reason.UNKNOWN_KEY;
import static org.kith.credential.status.StatusListRefused.Reason.WRONG_TYPE;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Signer;
import org.kith.credential.signing.X5c;

/// A status list signed as a CWT (Token Status List §5.2), which suits readers of mdocs.
public final class StatusListCwt {
    /// Media type of the answer at a list's address (Token Status List §8.1), and the token's own `typ` (RFC
    /// 9596).
    public static final String MEDIA_TYPE = "application/statuslist+cwt";

    private static final long TYP = 16;
    private static final long KID = 4;
    private static final long SUB = 2;
    private static final long EXP = 4;
    private static final long IAT = 6;
    private static final long TTL = 65534;
    private static final long STATUS_LIST = 65533;
    private static final String AGGREGATION = "aggregation_uri";

    private StatusListCwt() {}

    /// Signs what the list says now, under a key that readers find by its `kid`.
    ///
    /// @throws IllegalArgumentException if the terms are outside what the design allows, as [StatusListIssuer] says
    public static byte[] sign(StatusListTerms terms, StatusList list, Signer signer) {
        terms.requireAllowed();
        return sign(terms, list.bits(), list.deflate(StatusListIssuer.DEFLATE_LEVEL), signer, null);
    }

    static byte[] sign(
            StatusListTerms terms, int bits, byte[] lst, Signer signer, @Nullable X509Certificate certificate) {
        var header = Cbor.map()
                .put(TYP, new Cbor.Text(MEDIA_TYPE))
                .put(KID, new Cbor.Bytes(signer.keyId().getBytes(UTF_8)))
                .build();
        var unprotected = Cbor.map();
        if (certificate != null) unprotected.put(X5c.COSE, new Cbor.Bytes(X5c.der(signer, certificate)));
        return CoseSign1.sign(header, unprotected.build(), Cbor.write(claims(terms, bits, lst)), signer);
    }

    private static Cbor claims(StatusListTerms terms, int bits, byte[] lst) {
        var list = Cbor.map().put("bits", new Cbor.Int(bits)).put("lst", new Cbor.Bytes(lst));
        if (terms.aggregation() != null) list.put(AGGREGATION, new Cbor.Text(terms.aggregation()));
        return Cbor.map()
                .put(SUB, new Cbor.Text(terms.uri()))
                .put(EXP, new Cbor.Int(terms.expiresAt().getEpochSecond()))
                .put(IAT, new Cbor.Int(terms.issuedAt().getEpochSecond()))
                .put(TTL, new Cbor.Int(terms.ttl().toSeconds()))
                .put(STATUS_LIST, list.build())
                .build();
    }

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
        var issued = Instant.ofEpochSecond(seconds(claims, IAT));
        var expires = Instant.ofEpochSecond(seconds(claims, EXP));
        var ttl = Duration.ofSeconds(seconds(claims, TTL));
        if (claims.get(STATUS_LIST).orElse(null) instanceof Cbor.Map list
                && list.get("bits").orElse(null) instanceof Cbor.Int(var bits)
                && bits > 0
                && bits <= 8
                && list.get("lst").orElse(null) instanceof Cbor.Bytes lst) {
            var aggregation = list.get(AGGREGATION).orElse(null) instanceof Cbor.Text(var address) ? address : null;
            var terms = new StatusListTerms(uri, issued, expires, ttl, aggregation);
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
