package org.kith.server.centre;

import java.time.Duration;
import java.time.Instant;

/// A time at one counter, for whoever comes together.
///
/// @param place the counter, from 1 on
record Appointment(AppointmentId id, CentreId centre, Instant startsAt, Duration length, int place) {
    Instant endsAt() {
        return startsAt.plus(length);
    }
}
