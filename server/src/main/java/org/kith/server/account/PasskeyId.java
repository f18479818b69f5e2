package org.kith.server.account;

import java.util.UUID;

public record PasskeyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
