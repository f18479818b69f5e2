package org.kith.server.centre;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Closed at short notice.
///
/// @param counters how many counters; null for all of the centre
public record Closure(
        UUID id, Instant from, Instant until, @Nullable Integer counters) {
    boolean isAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
