package org.kith.pack.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kith.pack.source.Block;

/// A date as documents give it: month and day are 0 where they are not known, the day only together with its month; in
/// the calendar of the document.
public record PartialDate(int year, int month, int day, DateCalendar calendar) {
    private static final Pattern FORM = Pattern.compile("(?:([a-z-]+):)?(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PartialDate {
        if (year < 1 || year > 9999) throw new DateTimeException("no such year: " + year);
        if (month == 0 && day != 0) throw new DateTimeException("a day without its month");
        if (day != 0) {
            var _ = calendar.day(year, month, day);
        } else if (month != 0) {
            var _ = calendar.lastDay(year, month);
        }
    }

    /// A date of the Gregorian calendar.
    public PartialDate(int year, int month, int day) {
        this(year, month, day, DateCalendar.GREGORIAN);
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /// Reads `1931`, `1931-04` or `1931-04-27`, and `hebrew:5691-08-10` in another calendar.
    public static PartialDate parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) throw new DateTimeException("not a date");
        return new PartialDate(
                Integer.parseInt(form.group(2)),
                form.group(3) == null ? 0 : Integer.parseInt(form.group(3)),
                form.group(4) == null ? 0 : Integer.parseInt(form.group(4)),
                form.group(1) == null ? DateCalendar.GREGORIAN : calendar(form.group(1)));
    }

    static DateCalendar calendar(String spelt) {
        for (var each : DateCalendar.values()) if (Block.spelt(each).equals(spelt)) return each;
        throw new DateTimeException("no such calendar");
    }

    public boolean isWhole() {
        return day != 0;
    }

    /// The first Gregorian day that it may mean.
    public LocalDate earliest() {
        if (month == 0) return calendar.firstDay(year);
        return calendar.day(year, month, Math.max(day, 1));
    }

    /// The last Gregorian day that it may mean.
    public LocalDate latest() {
        if (day != 0) return earliest();
        return month == 0 ? calendar.lastDay(year) : calendar.lastDay(year, month);
    }

    /// The same in the Gregorian calendar, as exactly as that can say it: a year of another calendar mostly spans two
    /// of ours, and then there is none.
    public Optional<PartialDate> gregorian() {
        if (calendar == DateCalendar.GREGORIAN) return Optional.of(this);
        var first = earliest();
        var last = latest();
        if (first.equals(last)) return Optional.of(of(first));
        if (first.getYear() != last.getYear()) return Optional.empty();
        var month = first.getMonthValue() == last.getMonthValue() ? first.getMonthValue() : 0;
        return Optional.of(new PartialDate(first.getYear(), month, 0));
    }

    /// The fewest whole years that may have passed by the day.
    public int leastYearsOn(LocalDate today) {
        return Period.between(latest(), today).getYears();
    }

    /// The most whole years that may have passed by the day: one more than the fewest, or as many.
    public int mostYearsOn(LocalDate today) {
        return Period.between(earliest(), today).getYears();
    }

    @Override
    public String toString() {
        var named = calendar == DateCalendar.GREGORIAN ? "" : Block.spelt(calendar) + ":";
        if (month == 0) return String.format(Locale.ROOT, "%s%04d", named, year);
        if (day == 0) return String.format(Locale.ROOT, "%s%04d-%02d", named, year, month);
        return String.format(Locale.ROOT, "%s%04d-%02d-%02d", named, year, month, day);
    }
}
