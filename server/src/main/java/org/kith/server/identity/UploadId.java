package org.kith.server.identity;

import java.util.UUID;

public record UploadId(UUID value) {
    /// As it stands in an address.
    public static UploadId of(String text) {
        return new UploadId(UUID.fromString(text));
    }

    public static UploadId random() {
        return new UploadId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
