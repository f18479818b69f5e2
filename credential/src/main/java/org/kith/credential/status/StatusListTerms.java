package org.kith.credential.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Which list, from when, and for how long it may be relied on.
///
/// @param uri the list's address, the token's `sub`
/// @param issuedAt `iat`
/// @param expiresAt `exp`: after it the list says nothing any more, except that what was revoked is revoked
/// @param ttl how long a reader keeps it before fetching again
/// @param aggregation where the addresses of all the issuer's lists are listed (Token Status List §9.2), or null
public record StatusListTerms(
        String uri,
        Instant issuedAt,
        Instant expiresAt,
        Duration ttl,
        @Nullable String aggregation) {
    /// The end of the year 9999 in seconds since 1970: a later time in a token is a mistake.
    static final long LATEST = 253_402_300_799L;

    private static final Duration SHORTEST_TTL = Duration.ofMinutes(5);
    private static final Duration LONGEST_TTL = Duration.ofHours(12);
    private static final Duration LONGEST_LIFE = Duration.ofDays(7);

    /// A token tells whole seconds.
    public StatusListTerms {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        ttl = ttl.truncatedTo(ChronoUnit.SECONDS);
    }

    public StatusListTerms(String uri, Instant issuedAt, Instant expiresAt, Duration ttl) {
        this(uri, issuedAt, expiresAt, ttl, null);
    }

    /// For lists that are made here; others may think otherwise.
    ///
    /// @throws IllegalArgumentException unless `ttl` is 5 minutes to 12 hours, and `exp` after `iat` by `ttl`
    ///     at least and by 7 days at most
    void requireAllowed() {
        var life = Duration.between(issuedAt, expiresAt);
        if (ttl.compareTo(SHORTEST_TTL) < 0 || ttl.compareTo(LONGEST_TTL) > 0) {
            throw new IllegalArgumentException("The ttl of a status list is 5 minutes to 12 hours.");
        }
        if (life.compareTo(ttl) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("A status list expires after its ttl and within 7 days.");
        }
    }
}
