package org.kith.server.wallet;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;

/// A JWT that a wallet sent, **not verified** until a key says so. Only ES256 (HAIP 1.0 section 7), and nothing that it
/// calls critical.
final class SignedToken {
    /// What clocks of telephones differ by.
    static final Duration SKEW = Duration.ofMinutes(2);

    private static final int LONGEST = 20_000;

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private SignedToken(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    /// Nothing for what is no JWT of that type.
    static Optional<SignedToken> parse(String text, String typ) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            var jwt = SignedJWT.parse(text);
            var header = jwt.getHeader();
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    || header.getCriticalParams() != null
                    || header.getType() == null
                    || !typ.equals(header.getType().getType())) return Optional.empty();

            return Optional.of(new SignedToken(jwt, jwt.getJWTClaimsSet()));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    JWSHeader header() {
        return jwt.getHeader();
    }

    boolean isSignedBy(ECPublicKey key) {
        try {
            return Es256.verify(key, jwt.getSigningInput(), jwt.getSignature().decode());
        } catch (IllegalArgumentException anotherCurve) {
            return false;
        }
    }

    /// The key in its header: public, on P-256.
    Optional<Jwk> keyInHeader() {
        return header().getJWK() instanceof ECKey key ? key(key) : Optional.empty();
    }

    /// The key that its holder is to have (RFC 7800 3.2).
    Optional<Jwk> confirmedKey() {
        try {
            var confirmation = claims.getJSONObjectClaim("cnf");
            if (confirmation == null || !(confirmation.get("jwk") instanceof Map<?, ?> jwk)) {
                return Optional.empty();
            }
            return key(jwk);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /// A public key on P-256, from a JWK that holds no private member.
    static Optional<Jwk> key(Map<?, ?> jwk) {
        if (jwk.containsKey("d")) return Optional.empty();
        try {
            @SuppressWarnings("unchecked") // read from JSON, whose names are texts
            var members = (Map<String, ?>) jwk;
            return Optional.of(Jwk.from(members));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Jwk> key(ECKey key) {
        if (key.isPrivate()) return Optional.empty();
        return key(key.toJSONObject());
    }

    Optional<String> text(String claim) {
        return claims.getClaim(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    boolean has(String claim) {
        return claims.getClaim(claim) != null;
    }

    @Nullable
    Object claim(String claim) {
        return claims.getClaim(claim);
    }

    List<String> audience() {
        return claims.getAudience();
    }

    Optional<Instant> issuedAt() {
        return Optional.ofNullable(claims.getIssueTime()).map(Date::toInstant);
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant);
    }

    /// Whether it was made within that time, as far as clocks agree.
    boolean isFresh(Instant now, Duration oldest) {
        return issuedAt()
                .filter(at -> !at.isAfter(now.plus(SKEW)))
                .filter(at -> !at.isBefore(now.minus(oldest)))
                .isPresent();
    }

    /// Whether its time has come and is not over, where it says either.
    boolean isInForce(Instant now) {
        var from = claims.getNotBeforeTime();
        return (from == null || !from.toInstant().isAfter(now.plus(SKEW)))
                && expiresAt().map(end -> end.isAfter(now.minus(SKEW))).orElse(true);
    }
}
