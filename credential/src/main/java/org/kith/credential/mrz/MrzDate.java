package org.kith.credential.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A date of the zone. The zone prints two digits of the year, and fillers for what is unknown (ICAO 9303-3
/// §4.8).
///
/// @param year the full year, or null if unknown
/// @param month 1 to 12, or null if unknown
/// @param day 1 to 31, or null if unknown
public record MrzDate(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day) {
    /// Nothing known: a person who was never told their birthday, a card without an end.
    public static final MrzDate UNKNOWN = new MrzDate(null, null, null);

    public MrzDate {
        if (year != null && (year < 0 || year > 9999)) throw new IllegalArgumentException("no such year");
        if (month != null && (month < 1 || month > 12)) throw new IllegalArgumentException("no such month");
        if (day != null && (day < 1 || day > longestMonth(year, month)))
            throw new IllegalArgumentException("no such day");
    }

    public static MrzDate of(LocalDate date) {
        return new MrzDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /// The date, if all of it is known.
    public Optional<LocalDate> complete() {
        if (year == null || month == null || day == null) return Optional.empty();
        return Optional.of(LocalDate.of(year, month, day));
    }

    /// Six characters, `YYMMDD`, with `<<` for each unknown part.
    public String raw() {
        return pair(year == null ? null : year % 100) + pair(month) + pair(day);
    }

    /// A date of birth: the latest that is not after `today`. Empty if the six characters are no date.
    static Optional<MrzDate> birth(String raw, LocalDate today) {
        return read(raw, today.getYear(), today);
    }

    /// A date of expiry: documents end within fifty years of today, either way. Known whole or not at all.
    static Optional<MrzDate> expiry(String raw, LocalDate today) {
        if (raw.equals("<<<<<<")) return Optional.of(UNKNOWN);
        if (raw.contains("<")) return Optional.empty();
        return read(raw, today.getYear() + 49, LocalDate.MAX);
    }

    private static Optional<MrzDate> read(String raw, int latestYear, LocalDate latest) {
        if (!raw.matches("(<<|[0-9]{2}){3}")) return Optional.empty();
        var month = part(raw, 2);
        var day = part(raw, 4);
        var shortYear = part(raw, 0);
        if (shortYear == null) return date(null, month, day);

        var year = latestYear - Math.floorMod(latestYear - shortYear, 100);
        var found = date(year, month, day).filter(it -> !it.earliest().isAfter(latest));
        return found.isPresent() || latest.equals(LocalDate.MAX) ? found : date(year - 100, month, day);
    }

    private static Optional<MrzDate> date(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        try {
            return Optional.of(new MrzDate(year, month, day));
        } catch (IllegalArgumentException | DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private LocalDate earliest() {
        return LocalDate.of(year == null ? 0 : year, month == null ? 1 : month, day == null ? 1 : day);
    }

    private static int longestMonth(@Nullable Integer year, @Nullable Integer month) {
        if (month == null) return 31;
        return YearMonth.of(year == null ? 2000 : year, month).lengthOfMonth();
    }

    private static @Nullable Integer part(String raw, int from) {
        return raw.charAt(from) == '<' ? null : Integer.valueOf(raw.substring(from, from + 2));
    }

    private static String pair(@Nullable Integer part) {
        if (part == null) return "<<";
        return part < 10 ? "0" + part : part.toString();
    }
}
