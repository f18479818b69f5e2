package org.kith.server.centre;

import java.util.UUID;

/// Names a time that is held at one counter.
public record AppointmentId(UUID value) {
    static AppointmentId random() {
        return new AppointmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
