package org.kith.server.centre;

import java.util.UUID;

public record CentreId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
