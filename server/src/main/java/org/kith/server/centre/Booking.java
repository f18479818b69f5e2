package org.kith.server.centre;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;

/// One visit of one applicant. Several of one family share an appointment: a time and a counter.
///
/// @param appointment what is held for them; null once nothing is
/// @param lead        whether they speak for those who come along
public record Booking(
        BookingId id,
        ApplicationId application,
        CentreId centre,
        Instant startsAt,
        int place,
        VisitKind kind,
        BookingState state,
        @Nullable Instant arrivedAt,
        @Nullable AppointmentId appointment,
        Duration length,
        boolean lead) {
    public Instant endsAt() {
        return startsAt.plus(length);
    }
}
