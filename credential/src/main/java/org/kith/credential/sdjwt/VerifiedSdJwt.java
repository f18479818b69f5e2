package org.kith.credential.sdjwt;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;
import org.kith.credential.status.StatusReference;

/// What an issuer said and a holder chose to show. Only [SdJwtVerifier] makes one, so whoever holds one may
/// believe it;
/// whether it still stands is asked at [#status].
public final class VerifiedSdJwt {
    private final Map<String, @Nullable Object> claims;
    private final @Nullable StatusReference status;
    private final boolean keyBound;

    VerifiedSdJwt(Map<String, @Nullable Object> claims, @Nullable StatusReference status, boolean keyBound) {
        this.claims = claims;
        this.status = status;
        this.keyBound = keyBound;
    }

    /// All claims, those disclosed in their places: `Map`, `List`, `String`, `Long`, `BigInteger`,
    /// `BigDecimal`,
    /// `Boolean`, null. Cannot be changed.
    public Map<String, @Nullable Object> claims() {
        return claims;
    }

    /// A top-level claim that is text.
    public Optional<String> text(String claim) {
        return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// `iss`.
    public Optional<String> issuer() {
        return text("iss");
    }

    /// `vct`: what kind of credential it is (SD-JWT VC §2.2.2.1).
    public Optional<String> type() {
        return text("vct");
    }

    /// `exp`, which has not passed.
    public Optional<Instant> expiresAt() {
        return claims.get("exp") instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /// Where to ask whether the credential still stands (`status.status_list`).
    public Optional<StatusReference> status() {
        return Optional.ofNullable(status);
    }

    /// The key the credential was issued to (`cnf.jwk`), if it is one on P-256.
    public Optional<Jwk> holderKey() {
        return HolderKey.of(claims);
    }

    /// Whether the one who presented it proved to hold that key.
    public boolean keyBound() {
        return keyBound;
    }

    /// Without the claims: they are a person's.
    @Override
    public String toString() {
        return "VerifiedSdJwt[" + claims.size() + " claims]";
    }
}
