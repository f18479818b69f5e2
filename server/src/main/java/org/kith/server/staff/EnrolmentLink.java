package org.kith.server.staff;

import java.time.Instant;

/// A link by which one officer makes a passkey, once. Whoever gets it hands it over in person.
public record EnrolmentLink(String address, Instant until) {
    @Override
    public String toString() {
        return "EnrolmentLink[…]";
    }
}
