package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The times people can book: what a centre's hours and officers give, less what is taken. **They are computed when
/// asked for**; nothing has to run for them to be there.
@Component
public class Slots {
    /// Long enough for an officer to see who comes.
    static final Duration NOTICE = Duration.ofHours(1);

    static final int DAYS_AHEAD = 60;

    private final Appointments appointments;
    private final Clock clock;

    Slots(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    /// A day at a centre.
    ///
    /// @param closed why nobody is seen, where the day is a holiday
    public record Day(
            LocalDate date, List<Slot> slots, @Nullable String closed) {
        public int free() {
            return slots.size();
        }
    }

    /// A time that can be booked.
    ///
    /// @param free how many places are left; never none
    public record Slot(Instant start, int free) {}

    /// Days from `first` on, by the centre's wall, for one person; days without hours are left out.
    public List<Day> free(Centre centre, LocalDate first, int days) {
        return free(centre, first, days, Hours.VISIT);
    }

    /// The same for a visit of that length.
    public List<Day> free(Centre centre, LocalDate first, int days, Duration length) {
        var zone = centre.hours().zone();
        var from = first.atStartOfDay(zone).toInstant();
        // A visit may reach over midnight.
        var to = first.plusDays(days).atStartOfDay(zone).toInstant().plus(length);
        var taken = appointments.occupancy(List.of(centre.id()), from, to).getOrDefault(centre.id(), Occupancy.NONE);
        return first.datesUntil(first.plusDays(days))
                .flatMap(date -> day(centre, date, taken, length).stream())
                .toList();
    }

    /// The next times with a free place for one person, at most `most` of them, not before `from`.
    public List<Slot> next(Centre centre, Instant from, int most) {
        return next(centre, from, most, Hours.VISIT);
    }

    /// The same for a visit of that length.
    public List<Slot> next(Centre centre, Instant from, int most, Duration length) {
        var day =
                LocalDate.ofInstant(later(from, clock.instant()), centre.hours().zone());
        return Stream.iterate(day, each -> !each.isAfter(lastDay(centre)), each -> each.plusDays(7))
                .flatMap(each -> free(centre, each, 7, length).stream())
                .flatMap(each -> each.slots().stream())
                .filter(slot -> !slot.start().isBefore(from))
                .limit(most)
                .toList();
    }

    /// Whether one person can book a time at all.
    public boolean isOffered(Centre centre, Instant start) {
        return isOffered(centre, start, Hours.VISIT);
    }

    /// Whether a time can be booked at all: a visit begins then, soon but not too soon.
    boolean isOffered(Centre centre, Instant start, Duration length) {
        return centre.open() && isInReach(centre, start) && centre.hours().isVisit(start, length);
    }

    /// The last day that can be booked.
    public LocalDate lastDay(Centre centre) {
        return LocalDate.now(clock.withZone(centre.hours().zone())).plusDays(DAYS_AHEAD);
    }

    private Optional<Day> day(Centre centre, LocalDate date, Occupancy taken, Duration length) {
        var closed = centre.hours().closedOn(date);
        if (closed.isPresent())
            return Optional.of(new Day(date, List.of(), closed.get().note()));

        var visits = centre.hours().visitsOn(date, length);
        if (visits.isEmpty()) return Optional.empty();

        var slots = visits.stream()
                .filter(start -> isInReach(centre, start))
                .map(start -> new Slot(start, taken.free(centre, start, length)))
                .filter(slot -> slot.free() > 0)
                .toList();
        return Optional.of(new Day(date, slots, null));
    }

    boolean isInReach(Centre centre, Instant start) {
        return !start.isBefore(clock.instant().plus(NOTICE))
                && !LocalDate.ofInstant(start, centre.hours().zone()).isAfter(lastDay(centre));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
