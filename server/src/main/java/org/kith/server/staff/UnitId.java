package org.kith.server.staff;

import java.io.Serializable;
import java.util.UUID;

/// The unit an officer works in; for a registrar, the certification centre.
public record UnitId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
