package org.kith.server.staff;

import java.util.UUID;

/// The unit an officer works in; for a registrar, the certification centre.
public record UnitId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
