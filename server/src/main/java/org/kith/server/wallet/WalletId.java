package org.kith.server.wallet;

import java.util.UUID;

/// One wallet that was let in.
public record WalletId(UUID value) {
    static WalletId random() {
        return new WalletId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
