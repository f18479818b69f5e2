package org.kith.credential.status;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Jws;
import org.kith.credential.signing.Signer;
import tools.jackson.databind.JsonNode;

/// A status list signed as a JWT (Token Status List §5.1): the one place where it is made and the one where it is
/// believed.
public final class StatusListToken {
    /// Media type of the answer at a list's address (Token Status List §8.1).
    public static final String MEDIA_TYPE = "application/statuslist+jwt";

    static final String TYP = "statuslist+jwt";

    private StatusListToken() {}

    /// Signs what the list says now, under a key that readers find by its `kid`. Times are written in whole seconds.
    ///
    /// @throws IllegalArgumentException if the terms are outside what the design allows, as [StatusListIssuer] says
    public static String sign(StatusListTerms terms, StatusList list, Signer signer) {
        terms.requireAllowed();
        return sign(terms, list.bits(), list.deflate(StatusListIssuer.DEFLATE_LEVEL), signer, null);
    }

    static String sign(
            StatusListTerms terms, int bits, byte[] lst, Signer signer, @Nullable X509Certificate certificate) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("bits", bits);
        status.put("lst", Base64Url.write(lst));
        if (terms.aggregation() != null) status.put("aggregation_uri", terms.aggregation());
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", terms.uri());
        claims.put("iat", terms.issuedAt().getEpochSecond());
        claims.put("exp", terms.expiresAt().getEpochSecond());
        claims.put("ttl", terms.ttl().toSeconds());
        claims.put("status_list", status);
        return certificate == null
                ? Jws.sign(TYP, Json.write(claims), signer)
                : Jws.sign(TYP, Json.write(claims), signer, certificate);
    }

    /// Believes a token for `uri` signed by one of `keys`. Whether it is still fresh is asked when it is used,
    /// since
    /// a *revoked* stands even in a list that is not.
    ///
    /// @param uri the address in the credential, compared letter for letter with `sub` (Token Status List §8.3)
    /// @param keys the issuer's keys for status lists by `kid`; a token without `kid` is tried with each
    public static VerifiedStatusList verify(String token, String uri, Map<String, Jwk> keys) throws StatusListRefused {
        try {
            var jws = Jws.parse(token.strip());
            if (!TYP.equals(jws.typ())) throw new StatusListRefused(WRONG_TYPE, "typ is not " + TYP);
            var key = genuine(jws, keys);

            var claims = Json.object(jws.payload());
            if (!uri.equals(claims.path("sub").asString(""))) {
                throw new StatusListRefused(ANOTHER_LIST, "sub is not the address asked for");
            }
            return read(uri, claims, key);
        } catch (Malformed e) {
            throw new StatusListRefused(MALFORMED, e.fault());
        }
    }

    private static Jwk genuine(Jws jws, Map<String, Jwk> keys) throws StatusListRefused {
        var named = named(jws, keys);
        if (named.isEmpty()) throw new StatusListRefused(UNKNOWN_KEY, "signed by a key that is not trusted");
        for (var key : named) {
            if (jws.verify(key.publicKey())) return key;
        }
        throw new StatusListRefused(NOT_GENUINE, "the signature does not hold");
    }

    private static Collection<Jwk> named(Jws jws, Map<String, Jwk> keys) {
        var kid = jws.kid();
        if (kid.isEmpty()) return keys.values();
        var key = keys.get(kid.get());
        return key == null ? List.of() : List.of(key);
    }

    private static VerifiedStatusList read(String uri, JsonNode claims, Jwk key) throws StatusListRefused, Malformed {
        var terms = new StatusListTerms(
                uri,
                Instant.ofEpochSecond(seconds(claims, "iat")),
                Instant.ofEpochSecond(seconds(claims, "exp")),
                Duration.ofSeconds(seconds(claims, "ttl")),
                claims.path("status_list").path("aggregation_uri").asString(null));
        var status = claims.path("status_list");
        if (!status.path("bits").isInt() || !status.path("lst").isString()) {
            throw new StatusListRefused(MISSING_CLAIM, "status_list needs bits and lst");
        }
        var list = StatusList.inflate(
                status.path("bits").intValue(),
                Base64Url.read(status.path("lst").stringValue()));
        return new VerifiedStatusList(terms, list, key);
    }

    /// `exp` and `ttl` are recommended by the specification and required here: without them nothing tells a
    /// fresh list.
    private static long seconds(JsonNode claims, String name) throws StatusListRefused {
        var claim = claims.path(name);
        var whole = claim.isIntegralNumber() && claim.canConvertToLong();
        if (!whole || claim.longValue() < 0 || claim.longValue() > StatusListTerms.LATEST) {
            throw new StatusListRefused(MISSING_CLAIM, name + " is missing or not a time in seconds");
        }
        return claim.longValue();
    }
}
