package org.kith.server.centre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a centre sees people: weekly hours and days closed, by the clock on its own wall. The times people can book
/// follow from them and are stored nowhere.
public record Hours(ZoneId zone, List<Opening> weekly, List<Holiday> holidays) {
    /// How long a visit of one person takes.
    public static final Duration VISIT = Duration.ofMinutes(20);

    public Hours {
        weekly = weekly.stream()
                .sorted(Comparator.comparing(Opening::day).thenComparing(Opening::opens))
                .toList();
        holidays = List.copyOf(holidays);
    }

    /// The moments at which visits of a day begin, one after another for as long as the doors are open. On the day the
    /// clocks change there are as many as there are real twenty minutes.
    public List<Instant> visitsOn(LocalDate day) {
        if (closedOn(day).isPresent()) return List.of();

        return weekly.stream()
                .filter(opening -> opening.day() == day.getDayOfWeek())
                .flatMap(opening -> visits(first(day.atTime(opening.opens())), last(day.atTime(opening.closes()))))
                .toList();
    }

    public Optional<Holiday> closedOn(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.day().equals(day)).findFirst();
    }

    /// Whether a visit may begin at this very moment.
    public boolean isVisit(Instant start) {
        return visitsOn(LocalDate.ofInstant(start, zone)).contains(start);
    }

    private static Stream<Instant> visits(Instant opens, Instant closes) {
        return Stream.iterate(opens, start -> !start.plus(VISIT).isAfter(closes), start -> start.plus(VISIT));
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
