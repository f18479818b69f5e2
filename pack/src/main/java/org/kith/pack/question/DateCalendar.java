package org.kith.pack.question;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.BuddhistCalendar;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;

/// A calendar that papers are dated in. Months count from 1, as ICU counts them: in the Hebrew year from Tishri, where
/// 6 is Adar I and stands in leap years only.
public enum DateCalendar {
    GREGORIAN("gregorian"),
    /// The old style of Russian papers to 1918 and of Greek ones to 1923.
    JULIAN("gregorian"),
    /// Umm al-Qura.
    ISLAMIC("islamic-umalqura"),
    /// The tabular calendar, Friday epoch.
    ISLAMIC_CIVIL("islamic-civil"),
    HEBREW("hebrew"),
    PERSIAN("persian"),
    ETHIOPIC("ethiopic"),
    BUDDHIST("buddhist"),
    /// Years of the Republic of China.
    ROC("roc");

    private static final long MILLIS_A_DAY = 86_400_000L;
    private static final int THIS_ERA = 1;

    private final ULocale locale;

    DateCalendar(String icu) {
        this.locale = new ULocale("@calendar=" + icu);
    }

    /// The Gregorian day, of which every day of every calendar is one.
    ///
    /// @throws DateTimeException if the calendar has no such day
    LocalDate day(int year, int month, int day) {
        if (this == GREGORIAN) return LocalDate.of(year, month, day);

        var calendar = on(year, month);
        if (day < 1 || day > calendar.getActualMaximum(Calendar.DAY_OF_MONTH)) {
            throw new DateTimeException("no such day");
        }
        calendar.set(Calendar.DAY_OF_MONTH, day);
        return day(calendar);
    }

    /// The words of a language for this calendar's months and eras.
    DateFormat format(String skeleton, ULocale language) {
        var words = language.setKeywordValue("calendar", locale.getKeywordValue("calendar"));
        var format = DateFormat.getInstanceForSkeleton(skeleton, words);
        format.setCalendar(empty());
        return format;
    }

    /// One of our days as this calendar writes it.
    public PartialDate written(LocalDate day) {
        var calendar = empty();
        calendar.setTimeInMillis(day.toEpochDay() * MILLIS_A_DAY);
        return new PartialDate(
                yearOf(calendar), calendar.get(Calendar.MONTH) + 1, calendar.get(Calendar.DAY_OF_MONTH), this);
    }

    LocalDate lastDay(int year, int month) {
        if (this == GREGORIAN) return YearMonth.of(year, month).atEndOfMonth();

        var calendar = on(year, month);
        calendar.set(Calendar.DAY_OF_MONTH, calendar.getActualMaximum(Calendar.DAY_OF_MONTH));
        return day(calendar);
    }

    LocalDate firstDay(int year) {
        return this == GREGORIAN ? LocalDate.of(year, 1, 1) : day(onFirst(year));
    }

    /// The day before the next year begins: leap months make the number of the last month uncertain.
    LocalDate lastDay(int year) {
        return firstDay(year + 1).minusDays(1);
    }

    private Calendar on(int year, int month) {
        var calendar = onFirst(year);
        calendar.set(Calendar.MONTH, month - 1);
        if (month < 1 || calendar.get(Calendar.MONTH) != month - 1 || yearOf(calendar) != year) {
            throw new DateTimeException("no such month");
        }
        return calendar;
    }

    private Calendar onFirst(int year) {
        var calendar = empty();
        calendar.clear();
        if (hasEras()) calendar.set(Calendar.ERA, era());
        calendar.set(yearField(), year);
        calendar.set(Calendar.MONTH, 0);
        calendar.set(Calendar.DAY_OF_MONTH, 1);
        if (yearOf(calendar) != year) throw new DateTimeException("no such year");
        return calendar;
    }

    private Calendar empty() {
        var calendar = Calendar.getInstance(TimeZone.GMT_ZONE, locale);
        if (calendar instanceof GregorianCalendar ours) ours.setGregorianChange(Date.from(gregorianSince()));
        return calendar;
    }

    private int yearOf(Calendar calendar) {
        return calendar.get(yearField());
    }

    private int yearField() {
        return this == ROC || this == BUDDHIST || this == ETHIOPIC ? Calendar.YEAR : Calendar.EXTENDED_YEAR;
    }

    private boolean hasEras() {
        return yearField() == Calendar.YEAR;
    }

    private int era() {
        return this == BUDDHIST ? BuddhistCalendar.BE : THIS_ERA;
    }

    private static LocalDate day(Calendar calendar) {
        return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), MILLIS_A_DAY));
    }

    /// Gregorian for all time, or never.
    private Instant gregorianSince() {
        return Instant.ofEpochMilli(this == JULIAN ? Long.MAX_VALUE : Long.MIN_VALUE);
    }
}
