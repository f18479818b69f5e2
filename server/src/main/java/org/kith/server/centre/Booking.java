package org.kith.server.centre;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;

/// One visit of one applicant, on one of the places a centre has at that time.
public record Booking(
        BookingId id,
        ApplicationId application,
        CentreId centre,
        Instant startsAt,
        int place,
        BookingState state,
        @Nullable Instant arrivedAt) {}
