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

/// The times people can book: what a centre's hours give, less what is taken.
@Component
public class Slots {
    /// Long enough for an officer to see who comes.
    static final Duration NOTICE = Duration.ofHours(1);

    private static final int DAYS_AHEAD = 60;

    private final Bookings bookings;
    private final Clock clock;

    Slots(Bookings bookings, Clock clock) {
        this.bookings = bookings;
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

    /// Seven days from `first` on, by the centre's wall; days without hours are left out.
    public List<Day> free(Centre centre, LocalDate first, int days) {
        var zone = centre.hours().zone();
        var fillings = bookings.fillings(
                centre.id(),
                first.atStartOfDay(zone).toInstant(),
                first.plusDays(days).atStartOfDay(zone).toInstant());
        return first.datesUntil(first.plusDays(days))
                .flatMap(date -> day(centre, date, fillings).stream())
                .toList();
    }

    /// The next times with a free place, at most `most` of them, not before `from`.
    public List<Slot> next(Centre centre, Instant from, int most) {
        var day =
                LocalDate.ofInstant(later(from, clock.instant()), centre.hours().zone());
        return Stream.iterate(day, each -> !each.isAfter(lastDay(centre)), each -> each.plusDays(7))
                .flatMap(each -> free(centre, each, 7).stream())
                .flatMap(each -> each.slots().stream())
                .filter(slot -> !slot.start().isBefore(from))
                .limit(most)
                .toList();
    }

    /// Whether a time can be booked at all: a visit begins then, soon but not too soon.
    public boolean isOffered(Centre centre, Instant start) {
        return centre.open() && isInReach(centre, start) && centre.hours().isVisit(start);
    }

    /// The last day that can be booked.
    public LocalDate lastDay(Centre centre) {
        return LocalDate.now(clock.withZone(centre.hours().zone())).plusDays(DAYS_AHEAD);
    }

    private Optional<Day> day(Centre centre, LocalDate date, java.util.Map<Instant, Bookings.Filling> fillings) {
        var closed = centre.hours().closedOn(date);
        if (closed.isPresent())
            return Optional.of(new Day(date, List.of(), closed.get().note()));

        var visits = centre.hours().visitsOn(date);
        if (visits.isEmpty()) return Optional.empty();

        var unbooked = new Bookings.Filling(centre.counters(), 0);
        var slots = visits.stream()
                .filter(start -> isInReach(centre, start))
                .map(start ->
                        new Slot(start, fillings.getOrDefault(start, unbooked).free()))
                .filter(slot -> slot.free() > 0)
                .toList();
        return Optional.of(new Day(date, slots, null));
    }

    private boolean isInReach(Centre centre, Instant start) {
        return !start.isBefore(clock.instant().plus(NOTICE))
                && !LocalDate.ofInstant(start, centre.hours().zone()).isAfter(lastDay(centre));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
