package org.kith.credential.sdjwt;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.X5c;
import org.kith.credential.trust.DocumentSigners;

/// The keys of trusted issuers. An implementation answers from what it trusts beforehand, never from what the
/// credential brings along unless it has checked that (a certificate chain in `x5c`).
@FunctionalInterface
public interface IssuerKeys {
    /// The key that may sign for this issuer under this header, or empty if neither is known.
    ///
    /// @param issuer `iss`, or null if the credential has none
    /// @param header of the issuer's JWT, unverified: `kid`, `x5c`
    Optional<Jwk> find(@Nullable String issuer, Map<String, @Nullable Object> header);

    /// One issuer with its keys by `kid`. A credential without `kid` is believed if the issuer has one key
    /// only.
    static IssuerKeys of(String issuer, Map<String, Jwk> keys) {
        var byKid = Map.copyOf(keys);
        return (iss, header) -> {
            if (!issuer.equals(iss)) return Optional.empty();
            var only = header.containsKey("kid") || byKid.size() != 1
                    ? null
                    : byKid.values().iterator().next();
            var named = header.get("kid") instanceof String kid ? byKid.get(kid) : only;
            return Optional.ofNullable(named);
        };
    }

    /// One issuer whose signers prove themselves by a certificate in `x5c`, for which a root of this issuer vouches
    /// now. A credential without `iss` is its too: then the issuer is whom the certificate names (SD-JWT VC §2.5).
    static IssuerKeys certified(String issuer, DocumentSigners signers, Clock clock) {
        return (iss, header) -> {
            if (iss != null && !iss.equals(issuer)) return Optional.empty();
            try {
                return signers.find(X5c.read(header.get("x5c")), clock.instant());
            } catch (Malformed _) {
                return Optional.empty();
            }
        };
    }
}
