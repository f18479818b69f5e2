package org.kith.server.centre;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.pack.programme.Rollout.HostRiskProfile;
import org.kith.server.application.Application;
import org.kith.server.centre.Around.Discretion;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Makes the calendar file of an applicant's visit, in the words of the profile of the country they live in.
@Component
public class VisitCalendar {
    private final Bookings bookings;
    private final Centres centres;
    private final Programme programme;
    private final Clock clock;

    VisitCalendar(Bookings bookings, Centres centres, Programme programme, Clock clock) {
        this.bookings = bookings;
        this.centres = centres;
        this.programme = programme;
        this.clock = clock;
    }

    /// A file with its name.
    ///
    /// @param name as it is saved, without its ending
    public record Named(String name, CalendarFile file) {}

    /// Empty where there is no visit, or its centre lets nobody carry it in a calendar.
    public Optional<Named> of(Application application, Locale language) {
        var last = bookings.openOf(application.id())
                .or(() ->
                        bookings.lastOf(application.id()).filter(booking -> booking.state() == BookingState.CANCELLED));
        return last.filter(this::mayBeCarried).map(booking -> file(application, booking, language));
    }

    /// Whether the last visit was given up, and a calendar may still hold it.
    public boolean wasGivenUp(Application application) {
        return bookings.lastOf(application.id())
                .filter(booking -> booking.state() == BookingState.CANCELLED
                        && booking.startsAt().isAfter(clock.instant()))
                .filter(this::mayBeCarried)
                .isPresent();
    }

    private boolean mayBeCarried(Booking booking) {
        return centres.find(booking.centre())
                .filter(centre -> !centre.around().without().contains(Discretion.CALENDAR))
                .isPresent();
    }

    private Named file(Application application, Booking booking, Locale language) {
        var texts = programme.texts(language);
        var profile = profile(application);
        var gone = booking.state() == BookingState.CANCELLED;
        // A visit that is booked anew takes the place of the one before.
        var sequence = 2 * bookings.countOf(application.id()) + (gone ? 1 : 0);
        var file = new CalendarFile(
                id(application),
                sequence,
                texts.text(profile.calendarTitleKey()),
                booking.startsAt(),
                booking.endsAt(),
                clock.instant(),
                gone);
        return new Named(texts.text(profile.fileNameKey()), file);
    }

    private HostRiskProfile profile(Application application) {
        return programme.current().rollout().profileFor(application.residence().value());
    }

    /// Not the application's own id: what lies in a calendar names nothing here.
    private static UUID id(Application application) {
        return UUID.nameUUIDFromBytes(("calendar " + application.id().value()).getBytes(StandardCharsets.UTF_8));
    }
}
