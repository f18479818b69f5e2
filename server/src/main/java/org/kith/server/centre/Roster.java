package org.kith.server.centre;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many officers are at work when, by the clock on the centre's wall: week by week, and otherwise on some days. A
/// centre without a roster has an officer at each counter whenever it is open.
///
/// @param days an exception without shifts is a day on which nobody works
public record Roster(Map<DayOfWeek, List<Shift>> weekly, Map<LocalDate, List<Shift>> days) {
    static final Roster NONE = new Roster(Map.of(), Map.of());

    public Roster {
        weekly = sorted(weekly);
        days = sorted(days);
    }

    /// Some officers from one time to another.
    public record Shift(LocalTime begins, LocalTime ends, int officers) {
        public Shift {
            if (!begins.isBefore(ends)) throw new IllegalArgumentException("a shift begins before it ends");
            if (officers < 0) throw new IllegalArgumentException("there are no fewer officers than none");
        }

        private boolean isAt(LocalTime time) {
            return !time.isBefore(begins) && time.isBefore(ends);
        }
    }

    /// Shifts that overlap add up.
    int officersAt(LocalDateTime wall) {
        var day = days.get(wall.toLocalDate());
        if (day == null && weekly.isEmpty()) return Integer.MAX_VALUE;

        var shifts = day == null ? weekly.getOrDefault(wall.getDayOfWeek(), List.of()) : day;
        return shifts.stream()
                .filter(shift -> shift.isAt(wall.toLocalTime()))
                .mapToInt(Shift::officers)
                .sum();
    }

    private static <D extends Comparable<? super D>> Map<D, List<Shift>> sorted(Map<D, List<Shift>> shifts) {
        var sorted = new TreeMap<D, List<Shift>>();
        shifts.forEach((day, each) -> sorted.put(
                day, each.stream().sorted(Comparator.comparing(Shift::begins)).toList()));
        return java.util.Collections.unmodifiableMap(sorted);
    }
}
