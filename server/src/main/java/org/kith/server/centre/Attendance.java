package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Notes who came and who did not.
@Service
public class Attendance {
    /// Nobody has missed a visit before this has passed.
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Centres centres;
    private final Bookings bookings;
    private final Appointments appointments;
    private final Applications applications;
    private final VisitGuard guard;
    private final Journal journal;
    private final Clock clock;

    Attendance(
            Centres centres,
            Bookings bookings,
            Appointments appointments,
            Applications applications,
            VisitGuard guard,
            Journal journal,
            Clock clock) {
        this.centres = centres;
        this.bookings = bookings;
        this.appointments = appointments;
        this.applications = applications;
        this.guard = guard;
        this.journal = journal;
        this.clock = clock;
    }

    /// What came of noting it.
    public enum Noted {
        DONE,
        /// It was noted before, or the visit is over or cancelled.
        NOT_ANY_MORE,
        /// A visit is not missed until a while after its time.
        TOO_EARLY,
        /// The visit is on another day.
        ANOTHER_DAY,
        /// The visit is at another centre.
        ANOTHER_CENTRE,
        UNKNOWN
    }

    @Transactional
    public Noted arrive(BookingId id, Actor.Officer registrar) {
        if (bookings.find(id).isEmpty()) return Noted.UNKNOWN;

        var application = lockApplication(id);
        var booking = bookings.lock(id);
        if (guard.refuses(booking, application, registrar)) return Noted.ANOTHER_CENTRE;
        if (booking.state() != BookingState.BOOKED) return Noted.NOT_ANY_MORE;
        // What a visit opens, it opens on its day only.
        if (!isToday(booking)) return Noted.ANOTHER_DAY;

        bookings.arrive(id, clock.instant());
        record(Deed.VISIT_STARTED, registrar, application, booking);
        return Noted.DONE;
    }

    /// The person was received while the line was down. Called by whoever writes what came of it, in that transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void received(BookingId id, Instant at) {
        bookings.arrive(id, at);
    }

    /// Notes that the person did not come. It has no consequence: they book again.
    @Transactional
    public Noted miss(BookingId id, Actor.Officer registrar) {
        if (bookings.find(id).isEmpty()) return Noted.UNKNOWN;

        var application = lockApplication(id);
        var booking = bookings.lock(id);
        if (guard.refuses(booking, application, registrar)) return Noted.ANOTHER_CENTRE;
        if (booking.state() != BookingState.BOOKED) return Noted.NOT_ANY_MORE;
        if (clock.instant().isBefore(booking.startsAt().plus(PATIENCE))) return Noted.TOO_EARLY;

        bookings.become(id, BookingState.MISSED);
        leave(booking);
        if (booking.kind() == VisitKind.IDENTITY) {
            var move = applications.take(application, Step.MISS, Party.REGISTRAR);
            if (move instanceof Move.NotAllowed(var from)) throw new IllegalStateException("missed from " + from);
        }
        record(Deed.NOT_SHOWN_UP, registrar, application, booking);
        return Noted.DONE;
    }

    /// An officer has it before them: from here on nobody waits. Opened again, it stays as it was.
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(BookingId id) {
        bookings.open(id, clock.instant());
    }

    /// The visit is over, whatever came of it. Called by whoever writes what came of it, in that transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(BookingId id) {
        bookings.become(id, BookingState.SEEN);
        bookings.end(id, clock.instant());
        bookings.find(id).ifPresent(this::leave);
    }

    /// The rest of the time is free for others once nobody of those who came together is expected any more.
    private void leave(Booking booking) {
        var appointment = booking.appointment();
        if (appointment == null) return;
        var awaited = bookings.together(appointment).stream()
                .anyMatch(each -> each.state() == BookingState.BOOKED || each.state() == BookingState.ARRIVED);
        if (!awaited) appointments.end(appointment, clock.instant());
    }

    public static boolean isAtCentreOf(Booking booking, Actor.Officer registrar) {
        return booking.centre().value().equals(registrar.unit());
    }

    private boolean isToday(Booking booking) {
        var zone = centres.find(booking.centre()).orElseThrow().hours().zone();
        return LocalDate.ofInstant(booking.startsAt(), zone).equals(LocalDate.now(clock.withZone(zone)));
    }

    /// The application first, then the visit: everybody locks in this order.
    private Application lockApplication(BookingId id) {
        return applications.lock(bookings.find(id).orElseThrow().application());
    }

    private void record(Deed deed, Actor.Officer registrar, Application application, Booking booking) {
        journal.record(
                deed,
                registrar,
                application.person(),
                new Case(CaseKind.BOOKING, booking.id().value()),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.CENTRE, booking.centre().value()));
    }
}
