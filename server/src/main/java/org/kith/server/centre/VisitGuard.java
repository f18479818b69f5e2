package org.kith.server.centre;

import org.kith.server.application.Application;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps officers to the visits of their own centre, and writes down who tried another.
@Component
public class VisitGuard {
    private final Journal journal;

    VisitGuard(Journal journal) {
        this.journal = journal;
    }

    /// Whether the visit is at another centre than theirs; then the attempt is written down.
    @Transactional
    public boolean refuses(Booking booking, Application application, Actor.Officer registrar) {
        if (Attendance.isAtCentreOf(booking, registrar)) return false;

        journal.record(
                Deed.ACCESS_REFUSED,
                registrar,
                application.person(),
                new Case(CaseKind.BOOKING, booking.id().value()),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.CENTRE, booking.centre().value()));
        return true;
    }
}
