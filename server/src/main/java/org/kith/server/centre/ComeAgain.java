package org.kith.server.centre;

import java.time.LocalDate;
import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.Stage;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Brings back somebody whose visit was for nothing through no fault of theirs (lesson 12): they are given a time
/// before
/// all others.
@Service
public class ComeAgain {
    private final Applications applications;
    private final Bookings bookings;
    private final Centres centres;
    private final Entry entry;
    private final VisitQueue queue;
    private final Deadlines deadlines;
    private final Notices notices;

    ComeAgain(
            Applications applications,
            Bookings bookings,
            Centres centres,
            Entry entry,
            VisitQueue queue,
            Deadlines deadlines,
            Notices notices) {
        this.applications = applications;
        this.bookings = bookings;
        this.centres = centres;
        this.entry = entry;
        this.queue = queue;
        this.deadlines = deadlines;
        this.notices = notices;
    }

    /// Nothing becomes of it where they have another visit, or need none any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void first(ApplicationId id, BookingId visit) {
        var application = applications.lock(id);
        var booking = bookings.find(visit).orElseThrow();
        if (booking.state() == BookingState.BOOKED || booking.state() == BookingState.ARRIVED)
            entry.moveOut(application, booking);
        var free = applications.find(id).filter(each -> each.stage() == Stage.SUBMITTED);
        free.ifPresent(each -> isAsked(each, booking));
    }

    private void isAsked(Application application, Booking booking) {
        var centre = centres.find(booking.centre()).orElseThrow();
        queue.ask(application, centre.id(), true, Set.of());
        deadlines.visitIsGivenOut(application.id());
        var day = LocalDate.ofInstant(booking.startsAt(), centre.hours().zone());
        notices.tell(
                application.person(), NoticeKind.VISIT_AGAIN, day, booking.id().value());
    }
}
