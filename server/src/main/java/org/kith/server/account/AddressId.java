package org.kith.server.account;

import java.util.UUID;

public record AddressId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
