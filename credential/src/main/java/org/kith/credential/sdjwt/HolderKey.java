package org.kith.credential.sdjwt;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.Jwk;

/// The key in `cnf` (RFC 7800 §3.2).
final class HolderKey {
    private HolderKey() {}

    static Optional<Jwk> of(Map<String, @Nullable Object> claims) {
        if (!(claims.get("cnf") instanceof Map<?, ?> cnf) || !(cnf.get("jwk") instanceof Map<?, ?> jwk))
            return Optional.empty();
        try {
            return Optional.of(Jwk.from(PlainJson.cast(jwk)));
        } catch (IllegalArgumentException anotherKindOfKey) {
            return Optional.empty();
        }
    }
}
