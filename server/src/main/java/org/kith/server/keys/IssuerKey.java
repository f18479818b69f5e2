package org.kith.server.keys;

import java.time.Instant;
import org.kith.credential.signing.Jwk;

/// A key that others check our signatures with.
///
/// @param from it signs nothing before
/// @param until it signs nothing after, though what it signed still verifies
public record IssuerKey(Jwk jwk, Instant from, Instant until) {
    public String id() {
        return jwk.thumbprint();
    }
}
