package org.kith.server.identity;

import java.time.Instant;
import java.util.UUID;

/// A registrar's visits of one day, taken along for when the line drops.
public record OfflineDay(UUID id, UUID officer, UUID centre, Instant takenAt, Instant endsAt) {
    /// Whether what was signed then was signed within it.
    boolean holds(Instant moment) {
        return !moment.isBefore(takenAt) && moment.isBefore(endsAt);
    }
}
