package org.kith.server.talk;

import java.util.UUID;

/// A talk that was held.
public record TalkId(UUID value) {
    public static TalkId random() {
        return new TalkId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
