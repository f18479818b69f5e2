package org.kith.server.centre;

import java.time.Clock;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Move;
import org.kith.server.application.Party;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Enters what becomes of one person's visit: the row, the step of the application and the journal, in the transaction
/// of
/// whoever decided it. The application is locked.
@Component
class Entry {
    private final Applications applications;
    private final Bookings bookings;
    private final VisitQueue queue;
    private final Journal journal;
    private final Clock clock;

    Entry(Applications applications, Bookings bookings, VisitQueue queue, Journal journal, Clock clock) {
        this.applications = applications;
        this.bookings = bookings;
        this.queue = queue;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Booking book(Application application, VisitKind kind, Appointment appointment, boolean lead, Deed deed) {
        var booking = bookings.add(application.id(), kind, appointment, lead, clock.instant());
        step(application, kind, Step.BOOK, Party.APPLICANT);
        queue.served(application.id());
        record(deed, Actor.of(application.person()), application, booking);
        return booking;
    }

    /// To another time that is held already.
    @Transactional(propagation = Propagation.MANDATORY)
    Booking move(Application application, Appointment appointment, boolean lead) {
        var held = bookings.openOf(application.id()).orElseThrow();
        bookings.become(held.id(), BookingState.CANCELLED);
        var booking = bookings.add(application.id(), held.kind(), appointment, lead, clock.instant());
        queue.served(application.id());
        record(Deed.BOOKING_MOVED, Actor.of(application.person()), application, booking);
        return booking;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void cancel(Application application) {
        bookings.openOf(application.id())
                .filter(held -> held.state() == BookingState.BOOKED)
                .ifPresent(held -> {
                    bookings.become(held.id(), BookingState.CANCELLED);
                    step(application, held.kind(), Step.CANCEL_BOOKING, Party.APPLICANT);
                    record(Deed.BOOKING_CANCELLED, Actor.of(application.person()), application, held);
                });
    }

    /// The centre cannot see the person then.
    @Transactional(propagation = Propagation.MANDATORY)
    void moveOut(Application application, Booking held) {
        bookings.become(held.id(), BookingState.CANCELLED);
        step(application, held.kind(), Step.CANCEL_BOOKING, Party.CENTRE_MANAGER);
        record(Deed.BOOKING_CANCELLED, Actor.house(), application, held);
    }

    /// A person who stands at the counter.
    @Transactional(propagation = Propagation.MANDATORY)
    Booking admit(Application application, VisitKind kind, Appointment appointment, Actor.Officer registrar) {
        var booking = bookings.add(application.id(), kind, appointment, true, clock.instant());
        step(application, kind, Step.BOOK, Party.APPLICANT);
        queue.served(application.id());
        record(Deed.BOOKED, registrar, application, booking);
        bookings.arrive(booking.id(), clock.instant());
        record(Deed.VISIT_STARTED, registrar, application, booking);
        return booking;
    }

    /// Only being identified moves an application on: all else is part of what goes on with it.
    private void step(Application application, VisitKind kind, Step step, Party by) {
        if (kind != VisitKind.IDENTITY) return;

        var move = applications.take(application, step, by);
        if (move instanceof Move.NotAllowed(var from)) throw new IllegalStateException(step + " from " + from);
    }

    void record(Deed deed, Actor actor, Application application, Booking booking) {
        journal.record(
                deed,
                actor,
                application.person(),
                new Case(CaseKind.BOOKING, booking.id().value()),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.CENTRE, booking.centre().value())
                        .and(Detail.STARTS_AT, booking.startsAt()));
    }
}
