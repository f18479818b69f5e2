package org.kith.server.centre.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Slots;
import org.kith.server.centre.Slots.Slot;
import org.kith.server.centre.Wall;
import org.kith.server.centre.web.TimesPage.Chip;
import org.kith.server.centre.web.TimesPage.Day;

/// Words a week of free times for a page.
final class Week {
    private final Centre centre;
    private final Slots slots;
    private final Duration length;
    private final Wall wall;
    private final LocalDate today;
    private final LocalDate monday;

    /// @param asked any day of the week; the week of the first free time where it is left out or makes no sense
    Week(Centre centre, Slots slots, Clock clock, Locale language, @Nullable String asked, Duration length) {
        this.centre = centre;
        this.slots = slots;
        this.length = length;
        this.wall = new Wall(centre.hours().zone(), language);
        this.today = LocalDate.now(clock.withZone(wall.zone()));
        this.monday = day(asked)
                .or(() -> slots.next(centre, clock.instant(), 1, length).stream()
                        .map(slot -> wall.date(slot.start()))
                        .findFirst())
                .filter(day -> !day.isBefore(today) && !day.isAfter(slots.lastDay(centre)))
                .orElse(today)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Wall wall() {
        return wall;
    }

    LocalDate monday() {
        return monday;
    }

    String title() {
        return wall.shortDay(monday);
    }

    String offset() {
        return wall.offset(noon(monday));
    }

    @Nullable
    String earlier() {
        var before = monday.minusDays(7);
        var anyFree = slots.free(centre, before, 7, length).stream().anyMatch(day -> day.free() > 0);
        return anyFree ? before.toString() : null;
    }

    @Nullable
    String later() {
        var next = monday.plusDays(7);
        return next.isAfter(slots.lastDay(centre)) ? null : next.toString();
    }

    List<Day> days() {
        return slots.free(centre, monday, 7, length).stream()
                .filter(day -> !day.date().isBefore(today))
                .map(day -> day(day.date(), day.slots(), day.closed()))
                .toList();
    }

    /// The given times, day by day.
    List<Day> days(List<Slot> times) {
        return times.stream().collect(Collectors.groupingBy(slot -> wall.date(slot.start()))).entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> day(entry.getKey(), entry.getValue(), null))
                .toList();
    }

    private Day day(LocalDate date, List<Slot> times, @Nullable String closed) {
        var shown = new HashMap<String, Integer>();
        times.forEach(slot -> shown.merge(wall.time(slot.start()), 1, Integer::sum));
        var chips = times.stream()
                .map(slot -> chip(slot.start(), shown.getOrDefault(wall.time(slot.start()), 0) > 1))
                .toList();
        var offset = wall.offset(noon(date));
        return new Day(wall.day(date), times.size(), chips, offset.equals(offset()) ? null : offset, closed);
    }

    /// @param twice whether the wall shows this time twice on that day, as when summer time ends
    private Chip chip(Instant start, boolean twice) {
        var label = twice ? wall.time(start) + " " + wall.offset(start) : wall.time(start);
        return new Chip(start.toString(), "s" + start.getEpochSecond(), label);
    }

    private Instant noon(LocalDate date) {
        return date.atTime(12, 0).atZone(wall.zone()).toInstant();
    }

    private static Optional<LocalDate> day(@Nullable String asked) {
        try {
            return asked == null ? Optional.empty() : Optional.of(LocalDate.parse(asked));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
