package org.kith.server.centre;

import java.util.UUID;

public record OfferId(UUID value) {
    /// As it stands in a form.
    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }
}
