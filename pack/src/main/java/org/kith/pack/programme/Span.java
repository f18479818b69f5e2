package org.kith.pack.programme;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.kith.pack.source.Block;

/// Reads lengths of time as people write them: `28 days`, `5 years`, `15 minutes`.
public final class Span {
    private Span() {}

    public static Period period(Block block, String key, Period least, Period most) {
        var read = least;
        var written = block.formed(key, "[1-9][0-9]{0,3} (day|week|month|year)s?", "write `28 days` or `5 years`");
        var parts = written.split(" ", -1);
        if (parts.length == 2 && parts[0].matches("[0-9]{1,4}")) {
            var count = Integer.parseInt(parts[0]);
            read = switch (parts[1].replaceAll("s$", "")) {
                case "week" -> Period.ofWeeks(count);
                case "month" -> Period.ofMonths(count);
                case "year" -> Period.ofYears(count);
                default -> Period.ofDays(count);
            };
            if (days(read) < days(least)) {
                block.faults().add(block.place(key), "`" + key + "` is shorter than " + said(least), "allow more time");
            }
            if (days(read) > days(most)) {
                block.faults().add(block.place(key), "`" + key + "` is longer than " + said(most), "keep it shorter");
            }
        }
        return read;
    }

    static Duration duration(Block block, String key, Duration least, Duration most) {
        var read = least;
        var written = block.formed(key, "[1-9][0-9]{0,3} (minute|hour|day)s?", "write `15 minutes` or `2 days`");
        var parts = written.split(" ", -1);
        if (parts.length == 2 && parts[0].matches("[0-9]{1,4}")) {
            var count = Integer.parseInt(parts[0]);
            read = switch (parts[1].replaceAll("s$", "")) {
                case "hour" -> Duration.ofHours(count);
                case "day" -> Duration.ofDays(count);
                default -> Duration.ofMinutes(count);
            };
            if (read.compareTo(least) < 0 || read.compareTo(most) > 0) {
                block.faults()
                        .add(
                                block.place(key),
                                "`" + key + "` is not between " + said(least) + " and " + said(most),
                                "stay between them");
            }
        }
        return read;
    }

    private static long days(Period period) {
        var start = LocalDate.of(2001, 1, 1);
        return start.plus(period).toEpochDay() - start.toEpochDay();
    }

    private static String said(Period period) {
        if (period.getYears() > 0) return counted(period.getYears(), "year");
        return period.getMonths() > 0 ? counted(period.getMonths(), "month") : counted(period.getDays(), "day");
    }

    private static String said(Duration duration) {
        if (duration.toDays() > 0) return counted(duration.toDays(), "day");
        return duration.toHours() > 0 ? counted(duration.toHours(), "hour") : counted(duration.toMinutes(), "minute");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
