package org.kith.server.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centre;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.kith.server.centre.VisitKind;
import org.kith.server.identity.Declared;
import org.kith.server.identity.OfflineDay;
import org.kith.server.identity.OfflineDays;
import org.kith.server.identity.PassportComparison;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets a registrar take today's visits along for when the line drops: of their centre, of today, and no more of each
/// than
/// the check needs. **Every person is told that their visit was taken along.**
@Service
public class OfflineRoom {
    private final Centres centres;
    private final Bookings bookings;
    private final Applications applications;
    private final PassportComparison passport;
    private final OfflineDays days;
    private final Journal journal;
    private final Clock clock;

    OfflineRoom(
            Centres centres,
            Bookings bookings,
            Applications applications,
            PassportComparison passport,
            OfflineDays days,
            Journal journal,
            Clock clock) {
        this.centres = centres;
        this.bookings = bookings;
        this.applications = applications;
        this.passport = passport;
        this.days = days;
        this.journal = journal;
        this.clock = clock;
    }

    /// What a device holds.
    public record Taken(OfflineDay day, Centre centre, List<Visit> visits) {
        public Taken {
            visits = List.copyOf(visits);
        }
    }

    /// One visit of it.
    public record Visit(Booking booking, Application application, Declared declared) {}

    @Transactional
    public Taken take(Actor.Officer registrar) {
        UUID unit = Objects.requireNonNull(registrar.unit());
        var centre = centres.find(new CentreId(unit)).orElseThrow();
        var visits = today(centre).stream()
                .filter(OfflineRoom::isToCome)
                .map(this::visit)
                .filter(visit -> visit.application().stage() == Stage.BOOKED)
                .toList();
        for (var visit : visits) tell(visit, registrar);
        return new Taken(days.begin(registrar, visits.size()), centre, visits);
    }

    private List<Booking> today(Centre centre) {
        var zone = centre.hours().zone();
        var today = LocalDate.now(clock.withZone(zone));
        return bookings.between(
                centre.id(),
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static boolean isToCome(Booking booking) {
        return booking.kind() == VisitKind.IDENTITY
                && (booking.state() == BookingState.BOOKED || booking.state() == BookingState.ARRIVED);
    }

    private Visit visit(Booking booking) {
        var application = applications.find(booking.application()).orElseThrow();
        return new Visit(booking, application, passport.declared(application));
    }

    private void tell(Visit visit, Actor.Officer registrar) {
        journal.look(
                Deed.VISIT_TAKEN_OFFLINE,
                registrar,
                visit.application().person(),
                new Case(CaseKind.BOOKING, visit.booking().id().value()),
                LookPurpose.IDENTITY_CHECK);
    }
}
