package org.kith.credential.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Which list, from when, and for how long it may be relied on.
///
/// @param uri the list's address, the token's `sub`
/// @param issuedAt `iat`
/// @param expiresAt `exp`: after it the list says nothing any more, except that what was revoked is revoked
/// @param ttl how long a reader keeps it before fetching again
public record StatusListTerms(String uri, Instant issuedAt, Instant expiresAt, Duration ttl) {
    /// The end of the year 9999 in seconds since 1970: a later time in a token is a mistake.
    static final long LATEST = 253_402_300_799L;

    /// A token tells whole seconds.
    public StatusListTerms {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        ttl = ttl.truncatedTo(ChronoUnit.SECONDS);
    }
}
