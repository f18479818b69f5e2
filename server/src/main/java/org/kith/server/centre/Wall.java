package org.kith.server.centre;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Locale;

/// The clock and the calendar on a centre's wall, in a reader's language. Nobody's own zone is guessed.
public record Wall(ZoneId zone, Locale language) {
    /// “Monday 30 November”.
    public String day(LocalDate date) {
        return written("EEEEdMMMM", date);
    }

    /// “Sunday 22 November 2026”.
    public String wholeDay(LocalDate date) {
        return written("EEEEdMMMMyyyy", date);
    }

    /// “22 November 2026”.
    public String wholeDate(LocalDate date) {
        return written("dMMMMyyyy", date);
    }

    /// “30 November”.
    public String shortDay(LocalDate date) {
        return written("dMMMM", date);
    }

    public LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// “09:40”.
    public String time(Instant instant) {
        var time = LocalTime.ofInstant(instant, zone);
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /// “UTC+5:45”, at that moment.
    public String offset(Instant instant) {
        var seconds = zone.getRules().getOffset(instant).getTotalSeconds();
        var minutes = Math.abs(seconds) / 60 % 60;
        var hours = Math.abs(seconds) / 3600;
        return "UTC" + (seconds < 0 ? "−" : "+") + hours + (minutes == 0 ? "" : ":%02d".formatted(minutes));
    }

    /// English as it is written outside America, and the digits that the times beside it have.
    private String written(String skeleton, LocalDate date) {
        var locale = language.getLanguage().equals("en")
                ? ULocale.UK
                : ULocale.forLocale(language).setKeywordValue("numbers", "latn");
        return DateFormat.getInstanceForSkeleton(skeleton, locale).format((Temporal) date);
    }
}
