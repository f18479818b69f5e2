package org.kith.server.status;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// For how long what we publish may be relied on.
///
/// @param ttl after it, a reader fetches the list again: 5 minutes to 12 hours
/// @param life after it, a list no longer says that a card is valid: the `ttl` at least, 7 days at most
@ConfigurationProperties("kith.status")
public record StatusTerms(
        @DefaultValue("PT15M") Duration ttl,
        @DefaultValue("P7D") Duration life) {
    private static final Duration SHORTEST_TTL = Duration.ofMinutes(5);
    private static final Duration LONGEST_TTL = Duration.ofHours(12);
    private static final Duration LONGEST_LIFE = Duration.ofDays(7);

    public StatusTerms {
        if (ttl.compareTo(SHORTEST_TTL) < 0 || ttl.compareTo(LONGEST_TTL) > 0) {
            throw new IllegalArgumentException("kith.status.ttl is from 5 minutes to 12 hours.");
        }
        if (life.compareTo(ttl) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("kith.status.life is from kith.status.ttl to 7 days.");
        }
    }
}
