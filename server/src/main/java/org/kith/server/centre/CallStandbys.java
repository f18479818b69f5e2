package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Offers what is free in the next days to those who can come at short notice: sooner by a day at least than what they
/// have.
@Component
class CallStandbys {
    /// A person reads a letter, and comes.
    private static final Duration SOONEST = Duration.ofHours(6);

    private static final Duration SOONER = Duration.ofDays(1);
    private static final int AT_ONCE = 50;

    private final Standbys standbys;
    private final Centres centres;
    private final Applications applications;
    private final Bookings bookings;
    private final Appointments appointments;
    private final Slots slots;
    private final Visits visits;
    private final Parties parties;
    private final OnePlace onePlace;
    private final Offers offers;
    private final Offering offering;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CallStandbys(
            Standbys standbys,
            Centres centres,
            Applications applications,
            Bookings bookings,
            Appointments appointments,
            Slots slots,
            Visits visits,
            Parties parties,
            OnePlace onePlace,
            Offers offers,
            Offering offering,
            TransactionTemplate transaction,
            Clock clock) {
        this.standbys = standbys;
        this.centres = centres;
        this.applications = applications;
        this.bookings = bookings;
        this.appointments = appointments;
        this.slots = slots;
        this.visits = visits;
        this.parties = parties;
        this.onePlace = onePlace;
        this.offers = offers;
        this.offering = offering;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT60S", initialDelayString = "PT25S")
    void round() {
        for (var id : standbys.centres()) centres.find(id).filter(Centre::open).ifPresent(this::call);
    }

    void call(Centre centre) {
        for (var each : standbys.next(centre.id(), AT_ONCE)) {
            transaction.executeWithoutResult(_ -> call(centre, each));
        }
    }

    private void call(Centre centre, ApplicationId id) {
        if (!appointments.holdCounters(centre.id())) return;
        var locked = applications.lockIfFree(id);
        if (locked.isEmpty() || offers.openOf(id).isPresent()) return;
        var application = locked.get();
        var kind = visits.kind(application);
        var held = bookings.openOf(id);
        if (kind.isEmpty()
                || held.filter(each -> each.state() != BookingState.BOOKED).isPresent()) {
            standbys.leave(id);
            return;
        }
        // Who comes with others comes when they do.
        var together = held.map(Booking::appointment).map(bookings::together).orElse(List.of());
        if (together.size() > 1 || onePlace.isTaken(application)) return;

        var before = held.map(Booking::startsAt)
                .orElse(clock.instant().plus(Duration.ofDays(Slots.DAYS_AHEAD)))
                .minus(SOONER);
        var soon = clock.instant().plus(GiveOut.LEAD);
        var length = parties.length(kind.get(), Set.of(id));
        slots.next(centre, clock.instant().plus(SOONEST), 5, length).stream()
                .map(Slots.Slot::start)
                .filter(start -> start.isBefore(before) && start.isBefore(soon))
                .flatMap(start -> appointments.take(centre, start, length).stream())
                .findFirst()
                .ifPresent(appointment -> offering.hold(
                        application, kind.get(), appointment, Offer.Cause.STANDBY, Set.of(), centre, true));
    }
}
