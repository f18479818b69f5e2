package org.kith.credential.sdjwt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;
import org.kith.credential.status.StatusReference;

/// What a verifiable credential is to say (SD-JWT VC §2.2.2). Times are written in whole seconds.
///
/// @param issuer `iss`, a URI
/// @param type `vct`
/// @param issuedAt `iat`
/// @param notBefore `nbf`, or null
/// @param expiresAt `exp`, or null for a credential without an end
/// @param holder `cnf`: the key that will present it, or null for one that is not bound
/// @param status where it can be asked whether it still stands, or null
/// @param claims about the person: `Map`, `List`, `String`, whole numbers, `BigDecimal`, `Boolean`, null
/// @param disclosable the claims the holder can withhold, each there; a path may lead into others
/// @param decoys how many digests without a disclosure to add beside each group of digests (RFC 9901 §4.2.5)
public record SdJwtContent(
        String issuer,
        String type,
        Instant issuedAt,
        @Nullable Instant notBefore,
        @Nullable Instant expiresAt,
        @Nullable Jwk holder,
        @Nullable StatusReference status,
        Map<String, @Nullable Object> claims,
        Set<ClaimPath> disclosable,
        int decoys) {

    public SdJwtContent {
        if (issuer.isBlank() || type.isBlank()) throw new IllegalArgumentException("needs an issuer and a type");
        if (decoys < 0) throw new IllegalArgumentException("no less than no decoys");
        if (expiresAt != null && !expiresAt.isAfter(notBefore == null ? issuedAt : notBefore))
            throw new IllegalArgumentException("a credential ends after it begins");
        for (var name : claims.keySet()) {
            if (Unfolding.NEVER_HIDDEN.contains(name) || name.equals("iat"))
                throw new IllegalArgumentException("a claim of the credential itself: " + name);
        }
        disclosable = Set.copyOf(disclosable);
    }

    Map<String, @Nullable Object> payload() {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("iss", issuer);
        payload.put("vct", type);
        payload.put("iat", issuedAt.getEpochSecond());
        if (notBefore != null) payload.put("nbf", notBefore.getEpochSecond());
        if (expiresAt != null) payload.put("exp", expiresAt.getEpochSecond());
        if (holder != null) payload.put("cnf", Map.of("jwk", holder.toMap()));
        if (status != null)
            payload.put("status", Map.of("status_list", Map.of("idx", status.index(), "uri", status.uri())));
        payload.putAll(claims);
        return payload;
    }
}
