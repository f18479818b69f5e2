package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.centre.BookingResult.AlreadyBooked;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.BookingResult.NotBookable;
import org.kith.server.centre.BookingResult.NotOffered;
import org.kith.server.centre.BookingResult.SlotTaken;
import org.kith.server.centre.CancelResult.Cancelled;
import org.kith.server.centre.CancelResult.NothingBooked;
import org.kith.server.centre.CancelResult.TooLate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Books, moves and gives up the visit of an applicant.
@Service
public class Reservation {
    /// Until then a visit can be moved or given up.
    public static final Duration NOTICE = Duration.ofHours(2);

    private final Applications applications;
    private final Bookings bookings;
    private final Slots slots;
    private final Journal journal;
    private final Clock clock;

    Reservation(Applications applications, Bookings bookings, Slots slots, Journal journal, Clock clock) {
        this.applications = applications;
        this.bookings = bookings;
        this.slots = slots;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public BookingResult book(ApplicationId id, Centre centre, Instant start) {
        var application = applications.lock(id);
        var held = bookings.openOf(id);
        if (held.isPresent()) return new AlreadyBooked(held.get());
        if (application.stage() != Stage.SUBMITTED) return new NotBookable(application.stage());
        if (!slots.isOffered(centre, start)) return new NotOffered();
        var place = bookings.freePlace(centre, start);
        if (place.isEmpty()) return new SlotTaken();

        var booking = hold(application, centre, start, place);
        step(application, Step.BOOK);
        record(Deed.BOOKED, application, booking);
        return new Booked(booking);
    }

    /// Takes another time instead of the one booked. Where it is taken, the old one stands.
    @Transactional
    public BookingResult move(ApplicationId id, Centre centre, Instant start) {
        var application = applications.lock(id);
        var held = bookings.openOf(id);
        if (held.isEmpty()) return new NotBookable(application.stage());
        var booked = held.get();
        if (booked.centre().equals(centre.id()) && booked.startsAt().equals(start)) return new AlreadyBooked(booked);
        if (isTooLate(booked)) return new NotBookable(application.stage());
        if (!slots.isOffered(centre, start)) return new NotOffered();
        var place = bookings.freePlace(centre, start);
        if (place.isEmpty()) return new SlotTaken();

        bookings.become(booked.id(), BookingState.CANCELLED);
        var booking = hold(application, centre, start, place);
        record(Deed.BOOKING_MOVED, application, booking);
        return new Booked(booking);
    }

    @Transactional
    public CancelResult cancel(ApplicationId id) {
        var application = applications.lock(id);
        var held = bookings.openOf(id);
        if (held.isEmpty()) return new NothingBooked();
        if (isTooLate(held.get())) return new TooLate(held.get());

        bookings.become(held.get().id(), BookingState.CANCELLED);
        step(application, Step.CANCEL_BOOKING);
        record(Deed.BOOKING_CANCELLED, application, held.get());
        return new Cancelled(held.get());
    }

    public boolean isTooLate(Booking booking) {
        return booking.state() != BookingState.BOOKED
                || clock.instant().isAfter(booking.startsAt().minus(NOTICE));
    }

    private Booking hold(Application application, Centre centre, Instant start, OptionalInt place) {
        return bookings.add(application.id(), centre.id(), start, place.orElseThrow(), clock.instant());
    }

    private void step(Application application, Step step) {
        var move = applications.take(application, step, Party.APPLICANT);
        if (move instanceof Move.NotAllowed(var from)) throw new IllegalStateException(step + " from " + from);
    }

    private void record(Deed deed, Application application, Booking booking) {
        journal.record(
                deed,
                Actor.of(application.person()),
                application.person(),
                new Case(CaseKind.BOOKING, booking.id().value()),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.CENTRE, booking.centre().value())
                        .and(Detail.STARTS_AT, booking.startsAt()));
    }
}
