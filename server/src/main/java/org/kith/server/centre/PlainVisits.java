package org.kith.server.centre;

import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.centre.Attendance.Noted;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ends visits that change nothing: something was handed over, or a question answered.
@Service
public class PlainVisits {
    private final Applications applications;
    private final Bookings bookings;
    private final Attendance attendance;
    private final VisitGuard guard;
    private final Journal journal;

    PlainVisits(
            Applications applications, Bookings bookings, Attendance attendance, VisitGuard guard, Journal journal) {
        this.applications = applications;
        this.bookings = bookings;
        this.attendance = attendance;
        this.guard = guard;
        this.journal = journal;
    }

    @Transactional
    public Noted done(BookingId id, Actor.Officer registrar) {
        var found = bookings.find(id);
        if (found.isEmpty()) return Noted.UNKNOWN;

        var application = applications.lock(found.get().application());
        var booking = bookings.lock(id);
        if (guard.refuses(booking, application, registrar)) return Noted.ANOTHER_CENTRE;
        if (booking.kind() != VisitKind.PLAIN || booking.state() != BookingState.ARRIVED) return Noted.NOT_ANY_MORE;

        attendance.finish(id);
        journal.record(
                Deed.VISIT_DONE,
                registrar,
                application.person(),
                new Case(CaseKind.BOOKING, id.value()),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.CENTRE, booking.centre().value()));
        return Noted.DONE;
    }
}
