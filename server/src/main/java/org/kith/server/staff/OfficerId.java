package org.kith.server.staff;

import java.util.UUID;

public record OfficerId(UUID value) {
    public static OfficerId random() {
        return new OfficerId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
