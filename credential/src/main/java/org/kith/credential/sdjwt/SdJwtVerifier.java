package org.kith.credential.sdjwt;

import static org.kith.credential.sdjwt.SdJwtRefused.Reason.EXPIRED;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.KEY_BINDING_MISSING;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.KEY_BINDING_UNEXPECTED;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.NOT_GENUINE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.NOT_YET_VALID;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.UNKNOWN_KEY;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_CLAIM;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_TYPE;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.status.StatusReference;

/// Verifies SD-JWTs (RFC 9901 §7). The one place where a [VerifiedSdJwt] comes from.
public final class SdJwtVerifier {
    /// `typ` of a verifiable credential (SD-JWT VC §2.2.1).
    public static final String CREDENTIAL = "dc+sd-jwt";

    /// How far another clock may run ahead of ours.
    static final Duration SKEW = Duration.ofSeconds(60);

    private final String typ;
    private final IssuerKeys keys;
    private final Clock clock;

    private SdJwtVerifier(String typ, IssuerKeys keys, Clock clock) {
        this.typ = typ;
        this.keys = keys;
        this.clock = clock;
    }

    /// For verifiable credentials: `typ` is [#CREDENTIAL], and `vct` is there.
    public static SdJwtVerifier ofCredentials(IssuerKeys keys, Clock clock) {
        return new SdJwtVerifier(CREDENTIAL, keys, clock);
    }

    /// For SD-JWTs of another kind, known by their `typ`.
    public static SdJwtVerifier ofType(String typ, IssuerKeys keys, Clock clock) {
        return new SdJwtVerifier(typ, keys, clock);
    }

    /// Believes what was presented, or says why not.
    public VerifiedSdJwt verify(PresentedSdJwt presented, KeyBinding binding) throws SdJwtRefused {
        var jwt = presented.issuerJwt();
        if (!jwt.hasType(typ)) throw new SdJwtRefused(WRONG_TYPE, "typ is not " + typ);
        jwt.requireKnown();
        requireGenuine(jwt);

        var now = clock.instant().getEpochSecond();
        var claims = Unfolding.unfold(presented, jwt.payload());
        requireInTime(claims, now);
        if (typ.equals(CREDENTIAL) && !(claims.get("vct") instanceof String))
            throw new SdJwtRefused(WRONG_CLAIM, "vct is missing");
        var status = status(claims.get("status"));
        requireBinding(presented, claims, binding, now);
        return new VerifiedSdJwt(claims, status, binding instanceof KeyBinding.Expected);
    }

    private void requireGenuine(CompactJwt jwt) throws SdJwtRefused {
        var issuer = jwt.payload().get("iss");
        if (issuer != null && !(issuer instanceof String)) throw new SdJwtRefused(WRONG_CLAIM, "iss is not text");
        var key = keys.find((String) issuer, jwt.header());
        if (key.isEmpty()) throw new SdJwtRefused(UNKNOWN_KEY, "neither this issuer nor this key is trusted");
        if (!jwt.isSignedBy(key.get())) throw new SdJwtRefused(NOT_GENUINE, "the issuer's signature fails");
    }

    private static void requireInTime(Map<String, @Nullable Object> claims, long now) throws SdJwtRefused {
        var ahead = now + SKEW.toSeconds();
        if (seconds(claims, "nbf", Long.MIN_VALUE) > ahead) throw new SdJwtRefused(NOT_YET_VALID, "nbf lies ahead");
        if (seconds(claims, "iat", Long.MIN_VALUE) > ahead) throw new SdJwtRefused(NOT_YET_VALID, "iat lies ahead");
        if (seconds(claims, "exp", Long.MAX_VALUE) <= now) throw new SdJwtRefused(EXPIRED, "exp has passed");
    }

    private static void requireBinding(
            PresentedSdJwt presented, Map<String, @Nullable Object> claims, KeyBinding binding, long now)
            throws SdJwtRefused {
        switch (binding) {
            case KeyBinding.None() -> {
                if (presented.hasKeyBinding())
                    throw new SdJwtRefused(KEY_BINDING_UNEXPECTED, "a key binding that was not asked for");
            }
            case KeyBinding.Expected expected -> {
                if (!presented.hasKeyBinding()) throw new SdJwtRefused(KEY_BINDING_MISSING, "no key binding");
                KeyBindingCheck.require(presented, claims, expected, now);
            }
        }
    }

    /// A time in whole seconds since 1970; a fraction is cut off (RFC 7519 §2, NumericDate).
    static long seconds(Map<String, @Nullable Object> claims, String name, long otherwise) throws SdJwtRefused {
        var value = claims.get(name);
        if (value == null && !claims.containsKey(name)) return otherwise;
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() < 1e15)
            return number.longValue();
        throw new SdJwtRefused(WRONG_CLAIM, name + " is not a time in seconds");
    }

    /// A status this cannot read is refused: the credential may have been revoked for all we know.
    private static @Nullable StatusReference status(@Nullable Object status) throws SdJwtRefused {
        if (status == null) return null;
        if (status instanceof Map<?, ?> ways
                && ways.get("status_list") instanceof Map<?, ?> list
                && PlainJson.cast(list).get("idx") instanceof Long index
                && index >= 0
                && index <= Integer.MAX_VALUE
                && list.get("uri") instanceof String uri
                && !uri.isBlank()) return new StatusReference(uri, index.intValue());
        throw new SdJwtRefused(WRONG_CLAIM, "status is not a status_list with idx and uri");
    }
}
