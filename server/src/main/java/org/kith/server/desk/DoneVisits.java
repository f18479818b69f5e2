package org.kith.server.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.kith.server.application.Application;
import org.kith.server.audit.Actor;
import org.kith.server.centre.Around.Discretion;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centres;
import org.kith.server.programme.Programme;
import org.kith.server.vault.Vault;
import org.springframework.stereotype.Component;

/// Visits that are over, while their person may still be there: today, at the registrar's centre.
@Component
class DoneVisits {
    private final Bookings bookings;
    private final Centres centres;
    private final Vault vault;
    private final Programme programme;
    private final Clock clock;

    DoneVisits(Bookings bookings, Centres centres, Vault vault, Programme programme, Clock clock) {
        this.bookings = bookings;
        this.centres = centres;
        this.vault = vault;
        this.programme = programme;
        this.clock = clock;
    }

    Optional<Booking> find(BookingId id, Actor.Officer registrar) {
        return bookings.find(id)
                .filter(each -> Attendance.isAtCentreOf(each, registrar))
                .filter(each -> each.state() == BookingState.SEEN)
                .filter(this::isToday);
    }

    /// Whether paper may be taken along; where it may do the person harm, they read at home.
    boolean mayPrint(Application application, Booking booking) {
        var country = vault.country(application.person()).value();
        var centre = centres.find(booking.centre()).orElseThrow();
        return programme.current().rollout().profileFor(country).print()
                && !centre.around().without().contains(Discretion.PRINT);
    }

    private boolean isToday(Booking booking) {
        var zone = centres.find(booking.centre()).orElseThrow().hours().zone();
        return LocalDate.ofInstant(booking.startsAt(), zone).equals(LocalDate.now(clock.withZone(zone)));
    }
}
