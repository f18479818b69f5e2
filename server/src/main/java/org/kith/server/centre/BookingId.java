package org.kith.server.centre;

import java.util.UUID;

public record BookingId(UUID value) {
    public static BookingId random() {
        return new BookingId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
