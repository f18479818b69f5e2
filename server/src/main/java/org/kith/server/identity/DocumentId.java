package org.kith.server.identity;

import java.util.UUID;

public record DocumentId(UUID value) {
    /// As it stands in an address of a page.
    public static DocumentId of(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
