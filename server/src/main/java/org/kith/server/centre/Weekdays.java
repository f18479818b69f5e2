package org.kith.server.centre;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/// Days and times as the file of centres has them.
final class Weekdays {
    private Weekdays() {}

    static Optional<DayOfWeek> of(String key) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(key))
                .findFirst();
    }

    /// A whole number of [Hours#UNIT], so that whatever begins then meets what else is booked; and the minute before
    /// midnight, which stands for the end of a day.
    static LocalTime time(String text) {
        var time = LocalTime.parse(text.strip());
        var isWhole = time.toSecondOfDay() % Hours.UNIT.toSeconds() == 0;
        if (!isWhole && !time.equals(LocalTime.of(23, 59))) throw new DateTimeException("not in steps of five minutes");

        return time;
    }
}
