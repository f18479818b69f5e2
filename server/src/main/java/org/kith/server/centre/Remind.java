package org.kith.server.centre;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.kith.server.application.Applications;
import org.kith.server.centre.Around.Discretion;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds people of their visit, a week and a day before: once each, whatever dies in between. The mail says no more
/// than any other.
@Component
class Remind {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final Bookings bookings;
    private final Centres centres;
    private final Applications applications;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Remind(
            Bookings bookings,
            Centres centres,
            Applications applications,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.bookings = bookings;
        this.centres = centres;
        this.applications = applications;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT60S", initialDelayString = "PT40S")
    void round() {
        remindOf(DAY, 2);
        remindOf(WEEK, 1);
    }

    /// @param step the second of the two counts for both: nobody is reminded of the week in the last day
    private void remindOf(Duration before, int step) {
        while (transaction.execute(_ -> some(before, step)) == AT_ONCE) {
            // The next lot.
        }
    }

    private int some(Duration before, int step) {
        var now = clock.instant();
        var due = bookings.toRemind(now, now.plus(before), step, AT_ONCE);
        for (var booking : due) {
            bookings.reminded(booking.id(), step);
            if (isNews(booking, before)) tell(booking, step);
        }
        return due.size();
    }

    /// Who booked a moment ago knows.
    private boolean isNews(Booking booking, Duration before) {
        return bookings.bookedAt(booking.id())
                .isBefore(booking.startsAt().minus(before.multipliedBy(5).dividedBy(4)));
    }

    private void tell(Booking booking, int step) {
        var centre = centres.find(booking.centre()).orElseThrow();
        if (centre.around().without().contains(Discretion.REMINDER)) return;

        var person = applications.find(booking.application()).orElseThrow().person();
        var cause = UUID.nameUUIDFromBytes((booking.id() + " " + step).getBytes(StandardCharsets.UTF_8));
        notices.tell(person, NoticeKind.VISIT_SOON, day(booking.startsAt(), centre), cause);
    }

    private static LocalDate day(Instant start, Centre centre) {
        return LocalDate.ofInstant(start, centre.hours().zone());
    }
}
