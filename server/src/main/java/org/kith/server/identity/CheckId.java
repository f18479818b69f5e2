package org.kith.server.identity;

import java.util.UUID;

/// A check at the counter.
public record CheckId(UUID value) {
    public static CheckId random() {
        return new CheckId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
