package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Deed;
import org.kith.server.centre.BookingResult.AlreadyBooked;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.BookingResult.NotBookable;
import org.kith.server.centre.BookingResult.NotOffered;
import org.kith.server.centre.BookingResult.Queueing;
import org.kith.server.centre.BookingResult.SlotTaken;
import org.kith.server.centre.CancelResult.Cancelled;
import org.kith.server.centre.CancelResult.NothingBooked;
import org.kith.server.centre.CancelResult.TooLate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Books, moves and gives up the visit of an applicant, and of those who come along.
@Service
public class Reservation {
    /// Until then a visit can be moved or given up.
    public static final Duration NOTICE = Duration.ofHours(2);

    private final Applications applications;
    private final Bookings bookings;
    private final Appointments appointments;
    private final Slots slots;
    private final Visits visits;
    private final Parties parties;
    private final VisitQueue queue;
    private final OnePlace onePlace;
    private final Entry entry;
    private final Clock clock;

    Reservation(
            Applications applications,
            Bookings bookings,
            Appointments appointments,
            Slots slots,
            Visits visits,
            Parties parties,
            VisitQueue queue,
            OnePlace onePlace,
            Entry entry,
            Clock clock) {
        this.applications = applications;
        this.bookings = bookings;
        this.appointments = appointments;
        this.slots = slots;
        this.visits = visits;
        this.parties = parties;
        this.queue = queue;
        this.onePlace = onePlace;
        this.entry = entry;
        this.clock = clock;
    }

    /// For one person alone.
    @Transactional
    public BookingResult book(ApplicationId id, Centre centre, Instant start) {
        return book(id, centre, start, Set.of());
    }

    /// One time at one counter for all of them.
    ///
    /// @param along others of the family; those who cannot come along any more are left out
    @Transactional
    public BookingResult book(ApplicationId id, Centre centre, Instant start, Set<ApplicationId> along) {
        var party = lock(id, along);
        var application = party.getFirst();
        var held = bookings.openOf(id);
        if (held.isPresent()) return new AlreadyBooked(held.get());
        var kind = visits.kind(application).filter(_ -> visits.isBookable(application));
        if (kind.isEmpty()) return new NotBookable(application.stage());
        if (queue.isClosedTo(application, kind.get(), centre.id())) return new Queueing();
        if (onePlace.isTaken(application)) return new Queueing();
        var length = parties.length(kind.get(), ids(party));
        if (!slots.isOffered(centre, start, length)) return new NotOffered();
        var appointment = appointments.take(centre, start, length);
        if (appointment.isEmpty()) return new SlotTaken();

        var booked = party.stream()
                .map(each -> entry.book(each, kind.get(), appointment.get(), each.equals(application), Deed.BOOKED))
                .toList();
        return new Booked(booked.getFirst());
    }

    /// Takes another time instead of the one booked. Where it is taken, the old one stands. Whoever speaks for others
    /// takes them along.
    @Transactional
    public BookingResult move(ApplicationId id, Centre centre, Instant start) {
        var party = lock(id, alongNow(id));
        var application = party.getFirst();
        var held = bookings.openOf(id);
        if (held.isEmpty()) return new NotBookable(application.stage());
        var booked = held.get();
        if (booked.centre().equals(centre.id()) && booked.startsAt().equals(start)) return new AlreadyBooked(booked);
        if (isTooLate(booked)) return new NotBookable(application.stage());
        if (queue.isClosedTo(application, booked.kind(), centre.id())) return new Queueing();
        var length = parties.length(booked.kind(), ids(party));
        if (!slots.isOffered(centre, start, length)) return new NotOffered();
        var appointment = appointments.take(centre, start, length);
        if (appointment.isEmpty()) return new SlotTaken();

        var moved = party.stream()
                .map(each -> entry.move(each, appointment.get(), each.equals(application)))
                .toList();
        return new Booked(moved.getFirst());
    }

    /// One's own visit; those who come along come all the same.
    @Transactional
    public CancelResult cancel(ApplicationId id) {
        return cancel(List.of(applications.lock(id)));
    }

    /// The visits of all for whom one speaks.
    @Transactional
    public CancelResult cancelAll(ApplicationId id) {
        return cancel(lock(id, alongNow(id)));
    }

    private CancelResult cancel(List<Application> party) {
        var held = bookings.openOf(party.getFirst().id());
        if (held.isEmpty()) return new NothingBooked();
        if (isTooLate(held.get())) return new TooLate(held.get());

        party.forEach(entry::cancel);
        return new Cancelled(held.get());
    }

    public boolean isTooLate(Booking booking) {
        return booking.state() != BookingState.BOOKED
                || clock.instant().isAfter(booking.startsAt().minus(NOTICE));
    }

    public boolean isBooked(ApplicationId id) {
        return bookings.openOf(id).isPresent();
    }

    /// Those for whom somebody speaks on the visit they have booked, themselves not among them.
    public Set<ApplicationId> alongNow(ApplicationId id) {
        var held = bookings.openOf(id);
        var appointment = held.map(Booking::appointment);
        if (appointment.isEmpty() || !held.get().lead()) return Set.of();

        return bookings.together(appointment.get()).stream()
                .filter(each -> each.state() == BookingState.BOOKED)
                .map(Booking::application)
                .filter(each -> !each.equals(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The applicant first, then the others who are where they can come along. Everybody locks in the order of ids.
    private List<Application> lock(ApplicationId id, Set<ApplicationId> along) {
        var all = new TreeSet<>(Comparator.comparing(ApplicationId::value));
        all.addAll(along);
        all.add(id);
        var locked = new ArrayList<Application>();
        for (var each : all) {
            var application = applications.lock(each);
            if (each.equals(id)) locked.addFirst(application);
            else if (comes(application, id)) locked.add(application);
        }
        return locked;
    }

    /// Somebody of the family who waits, or who is booked along.
    private boolean comes(Application other, ApplicationId id) {
        if (other.stage() == Stage.BOOKED) return alongNow(id).contains(other.id());

        var application = applications.find(id).orElseThrow();
        return other.stage() == Stage.SUBMITTED
                && parties.along(application, VisitKind.IDENTITY).stream()
                        .anyMatch(each -> each.application().equals(other.id()));
    }

    private static Collection<ApplicationId> ids(List<Application> party) {
        return party.stream().map(Application::id).toList();
    }
}
