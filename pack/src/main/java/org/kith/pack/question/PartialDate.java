package org.kith.pack.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

/// A date as documents give it: month and day are 0 where they are not known, the day only together with its month.
public record PartialDate(int year, int month, int day) {
    public PartialDate {
        if (year < 1 || year > 9999) throw new DateTimeException("no such year: " + year);
        if (month == 0 && day != 0) throw new DateTimeException("a day without its month");
        if (day != 0) {
            var _ = LocalDate.of(year, month, day);
        } else if (month != 0) {
            var _ = YearMonth.of(year, month);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /// Reads `1931`, `1931-04` or `1931-04-27`.
    public static PartialDate parse(String text) {
        if (!text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) throw new DateTimeException("not a date: " + text);
        return new PartialDate(
                Integer.parseInt(text.substring(0, 4)),
                text.length() < 7 ? 0 : Integer.parseInt(text.substring(5, 7)),
                text.length() < 10 ? 0 : Integer.parseInt(text.substring(8)));
    }

    public boolean isWhole() {
        return day != 0;
    }

    public LocalDate earliest() {
        return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
    }

    public LocalDate latest() {
        if (day != 0) return earliest();
        return YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
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
        if (month == 0) return "%04d".formatted(year);
        return day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }
}
