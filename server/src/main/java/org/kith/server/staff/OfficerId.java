package org.kith.server.staff;

import java.io.Serializable;
import java.util.UUID;

public record OfficerId(UUID value) implements Serializable {
    public static OfficerId random() {
        return new OfficerId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
