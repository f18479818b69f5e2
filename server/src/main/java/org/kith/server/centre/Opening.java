package org.kith.server.centre;

import java.time.DayOfWeek;
import java.time.LocalTime;

/// Hours of one weekday, by the clock on the centre's wall. A day with a lunch break has two.
public record Opening(DayOfWeek day, LocalTime opens, LocalTime closes) {
    public Opening {
        if (!opens.isBefore(closes)) throw new IllegalArgumentException("a centre opens before it closes");
    }
}
