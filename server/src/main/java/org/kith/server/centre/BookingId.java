package org.kith.server.centre;

import java.util.UUID;

public record BookingId(UUID value) {
    /// As it stands in an address of a page.
    public static BookingId of(String text) {
        return new BookingId(UUID.fromString(text));
    }

    public static BookingId random() {
        return new BookingId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
