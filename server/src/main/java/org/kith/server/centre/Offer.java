package org.kith.server.centre;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.kith.server.application.ApplicationId;

/// A time held for one application until it says yes or no.
///
/// @param until after which somebody else is asked
/// @param along others of the family for whom it is held too
public record Offer(
        OfferId id,
        ApplicationId application,
        AppointmentId appointment,
        CentreId centre,
        Instant startsAt,
        Duration length,
        VisitKind kind,
        Cause cause,
        Instant until,
        State state,
        Set<ApplicationId> along) {
    public enum Cause {
        /// The centre could not see them at the time that was booked.
        MOVED,
        /// It is their turn.
        QUEUE,
        /// Sooner than they have one: they said that they can come at short notice.
        STANDBY
    }

    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        OVER
    }
}
