package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.centre.Booking;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.HearingWanted;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Who is to be heard face to face before their appeal is decided, and how long they have to choose a time for it.
@Component
public class HearingTimes implements HearingWanted {
    private final Appeals appeals;
    private final Decisions decisions;
    private final Applications applications;
    private final Bookings bookings;
    private final Programme programme;
    private final Clock clock;

    HearingTimes(
            Appeals appeals,
            Decisions decisions,
            Applications applications,
            Bookings bookings,
            Programme programme,
            Clock clock) {
        this.appeals = appeals;
        this.decisions = decisions;
        this.applications = applications;
        this.bookings = bookings;
        this.programme = programme;
        this.clock = clock;
    }

    @Override
    public boolean isWantedFor(Application application) {
        return appeals.openOf(application.person())
                .filter(appeal -> appeal.hearing() == Appeal.Hearing.WANTED)
                .isPresent();
    }

    /// The time that a person chose; nothing if they have not yet.
    public Optional<Booking> booked(Appeal appeal) {
        return applications.openOf(appeal.person()).flatMap(application -> bookings.openOf(application.id()));
    }

    /// Whether it cannot be decided against them yet: a time is booked, or they have time left to choose one.
    boolean mustWait(Appeal appeal) {
        if (appeal.hearing() != Appeal.Hearing.WANTED) return false;

        return booked(appeal).isPresent() || !Decision.isOver(until(appeal), clock.instant());
    }

    /// The last day to choose a time: as long as a notice gives to answer.
    public LocalDate until(Appeal appeal) {
        var appealed = decisions.find(appeal.decision()).orElseThrow();
        var limits = programme.version(appealed.pack()).programme().limits();
        return appeal.day().plus(limits.answer());
    }
}
