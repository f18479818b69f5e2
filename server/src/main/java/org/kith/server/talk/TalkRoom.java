package org.kith.server.talk;

import java.util.Optional;
import org.kith.pack.visit.VisitKind;
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
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.VisitGuard;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens a talk for an examiner. Whoever opens one is written down before they see a word of it.
@Service
public class TalkRoom {
    private final Bookings bookings;
    private final Applications applications;
    private final Talks talks;
    private final TalkRules rules;
    private final Attendance attendance;
    private final VisitGuard guard;
    private final Programme programme;
    private final Journal journal;

    TalkRoom(
            Bookings bookings,
            Applications applications,
            Talks talks,
            TalkRules rules,
            Attendance attendance,
            VisitGuard guard,
            Programme programme,
            Journal journal) {
        this.bookings = bookings;
        this.applications = applications;
        this.talks = talks;
        this.rules = rules;
        this.attendance = attendance;
        this.guard = guard;
        this.programme = programme;
        this.journal = journal;
    }

    /// What came of opening a talk.
    public sealed interface Opening {
        /// It is before them, or was held.
        ///
        /// @param visit as the pack publishes it
        /// @param held  from the first sheet on
        record Opened(Booking booking, Application application, VisitKind visit, Optional<HeldTalk> held)
                implements Opening {}

        record AnotherCentre() implements Opening {}

        record NotNow() implements Opening {}

        record Unknown() implements Opening {}
    }

    @Transactional
    public Opening open(BookingId id, Actor.Officer registrar) {
        var found = bookings.find(id).filter(TalkRoom::isTalk);
        if (found.isEmpty()) return new Opening.Unknown();
        var booking = found.get();
        var application = applications.find(booking.application()).orElseThrow();
        if (guard.refuses(booking, application, registrar)) return new Opening.AnotherCentre();
        var held = talks.at(id, application);
        if (held.isEmpty() && !isUnderWay(booking, application)) return new Opening.NotNow();

        journal.look(Deed.TALK_OPENED, registrar, application.person(), subject(booking), LookPurpose.VISIT);
        if (held.isEmpty()) attendance.open(id);
        return new Opening.Opened(booking, application, visit(application, held), held);
    }

    /// The kind of talk that is held: once begun it stays, whatever is answered anew meanwhile.
    VisitKind visit(Application application, Optional<HeldTalk> held) {
        var kinds = programme.version(application.pack()).visits();
        return held.flatMap(talk -> kinds.find(talk.visit()))
                .or(() -> rules.of(application))
                .or(() -> kinds.all().stream()
                        .filter(each -> each.talk().isPresent())
                        .findFirst())
                .orElseThrow();
    }

    /// Whether it can be marked: the person has come, and their application waits for it.
    static boolean isUnderWay(Booking booking, Application application) {
        return isTalk(booking) && booking.state() == BookingState.ARRIVED && TalkRules.canBeHeld(application);
    }

    static Case subject(Booking booking) {
        return new Case(CaseKind.BOOKING, booking.id().value());
    }

    private static boolean isTalk(Booking booking) {
        return booking.kind() == org.kith.server.centre.VisitKind.TALK;
    }
}
