package org.kith.server.vault;

import java.util.UUID;

/// Something kept sealed that no other table has a place for.
public record SecretId(UUID value) {
    public static SecretId random() {
        return new SecretId(UUID.randomUUID());
    }
}
