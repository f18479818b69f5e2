package org.kith.server.centre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a centre sees people: weekly hours and days closed, by the clock on its own wall. The times people can book
/// follow from them and are stored nowhere.
public record Hours(ZoneId zone, List<Opening> weekly, List<Holiday> holidays) {
    /// How long a visit of one person takes, and how far apart visits begin.
    public static final Duration VISIT = Duration.ofMinutes(20);

    /// What times are counted in. Offsets of zones, and openings, are whole numbers of it.
    public static final Duration UNIT = Duration.ofMinutes(5);

    public Hours {
        weekly = weekly.stream()
                .sorted(Comparator.comparing(Opening::day).thenComparing(Opening::opens))
                .toList();
        holidays = List.copyOf(holidays);
    }

    /// The moments at which visits of one person begin.
    public List<Instant> visitsOn(LocalDate day) {
        return visitsOn(day, VISIT);
    }

    /// The moments at which visits of that length may begin: every twenty minutes for as long as they end before the
    /// doors close. On the day the clocks change there are as many as there are real twenty minutes.
    public List<Instant> visitsOn(LocalDate day, Duration length) {
        return spansOn(day).stream().flatMap(span -> span.visits(length)).toList();
    }

    /// From when to when the doors are open on a day.
    List<Span> spansOn(LocalDate day) {
        if (closedOn(day).isPresent()) return List.of();

        return weekly.stream()
                .filter(opening -> opening.day() == day.getDayOfWeek())
                .map(opening -> new Span(first(day.atTime(opening.opens())), last(day.atTime(opening.closes()))))
                .toList();
    }

    record Span(Instant opens, Instant closes) {
        private Stream<Instant> visits(Duration length) {
            return Stream.iterate(opens, start -> !start.plus(length).isAfter(closes), start -> start.plus(VISIT));
        }

        boolean holds(Instant start, Duration length) {
            return !start.isBefore(opens) && !start.plus(length).isAfter(closes);
        }
    }

    public Optional<Holiday> closedOn(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.day().equals(day)).findFirst();
    }

    /// Whether a visit of that length may begin at this very moment.
    boolean isVisit(Instant start, Duration length) {
        return visitsOn(LocalDate.ofInstant(start, zone), length).contains(start);
    }

    /// Whether a visit of one person may begin at this very moment.
    public boolean isVisit(Instant start) {
        return isVisit(start, VISIT);
    }

    /// Whether the doors stay open from then on for as long, whenever visits begin.
    boolean isOpen(Instant start, Duration length) {
        return spansOn(LocalDate.ofInstant(start, zone)).stream().anyMatch(span -> span.holds(start, length));
    }

    /// The units that a visit takes.
    static List<Instant> units(Instant start, Duration length) {
        var units = new ArrayList<Instant>();
        for (var unit = unit(start); unit.isBefore(start.plus(length)); unit = unit.plus(UNIT)) units.add(unit);
        return units;
    }

    /// The unit that a moment is in.
    static Instant unit(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), UNIT.toSeconds()) * UNIT.toSeconds());
    }

    /// The first moment at which the wall shows at least this time; a time that the clocks jump over comes when they
    /// jump.
    private Instant first(LocalDateTime wall) {
        var jump = zone.getRules().getTransition(wall);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : wall.atZone(zone).toInstant();
    }

    /// The last moment at which the wall shows this time: where the clocks go back over it, the second.
    private Instant last(LocalDateTime wall) {
        var jump = zone.getRules().getTransition(wall);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : wall.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
