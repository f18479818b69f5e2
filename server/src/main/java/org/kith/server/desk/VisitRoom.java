package org.kith.server.desk;

import java.util.List;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.VisitGuard;
import org.kith.server.identity.CounterCheck;
import org.kith.server.identity.Declared;
import org.kith.server.identity.Document;
import org.kith.server.identity.Documents;
import org.kith.server.identity.PassportComparison;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens a visit for the registrar it belongs to. **Whoever opens one is written down before they see a word of it.**
@Service
public class VisitRoom {
    private final Bookings bookings;
    private final Applications applications;
    private final Documents documents;
    private final PassportComparison passport;
    private final Attendance attendance;
    private final VisitGuard guard;
    private final Journal journal;

    VisitRoom(
            Bookings bookings,
            Applications applications,
            Documents documents,
            PassportComparison passport,
            Attendance attendance,
            VisitGuard guard,
            Journal journal) {
        this.bookings = bookings;
        this.applications = applications;
        this.documents = documents;
        this.passport = passport;
        this.attendance = attendance;
        this.guard = guard;
        this.journal = journal;
    }

    /// What came of opening a visit.
    public sealed interface Opening {
        record Opened(Booking booking, Application application, Declared declared, List<Document> documents)
                implements Opening {}

        /// At another centre; the attempt is written down.
        record AnotherCentre() implements Opening {}

        /// The person has not come yet, or the visit is over.
        record NotNow() implements Opening {}

        record Unknown() implements Opening {}
    }

    @Transactional
    public Opening open(BookingId id, Actor.Officer registrar) {
        var found = bookings.find(id);
        if (found.isEmpty()) return new Opening.Unknown();
        var booking = found.get();
        var application = applications.find(booking.application()).orElseThrow();
        if (guard.refuses(booking, application, registrar)) return new Opening.AnotherCentre();
        if (!CounterCheck.isUnderWay(booking, application)) return new Opening.NotNow();

        journal.look(Deed.CASE_OPENED, registrar, application.person(), subject(booking), LookPurpose.IDENTITY_CHECK);
        attendance.open(id);
        return new Opening.Opened(booking, application, passport.declared(application), documents.of(application.id()));
    }

    private static Case subject(Booking booking) {
        return new Case(CaseKind.BOOKING, booking.id().value());
    }
}
