package org.kith.pack.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.kith.pack.source.Block;

/// Reads a date from its three fields, with the digits of any script.
final class DateForm {
    /// Nobody alive, and few grandparents of the living, were born earlier.
    private static final int EARLIEST_YEAR = 1850;

    private static final int YEARS_AHEAD = 50;

    private final AnswerForm form;
    private final String name;

    DateForm(AnswerForm form, String name) {
        this.form = form;
        this.name = name;
    }

    Optional<PartialDate> read(boolean partial, When when) {
        var day = number("day");
        var month = number("month");
        var year = number("year");
        if (year.isEmpty()) return refuse("year", "refused.date.year-missing");
        if (month.isEmpty() && (day.isPresent() || !partial)) return refuse("month", "refused.date.month-missing");
        if (day.isEmpty() && !partial) return refuse("day", "refused.date.day-missing");
        var calendar = calendar();
        if (calendar.isEmpty()) return refuse("calendar", "refused.choice");
        try {
            return within(new PartialDate(year.getAsInt(), month.orElse(0), day.orElse(0), calendar.get()), when);
        } catch (DateTimeException _) {
            return refuse("day", "refused.date.not-real");
        }
    }

    private Optional<DateCalendar> calendar() {
        var said = form.raw(name + ".calendar");
        if (said.isEmpty() || said.equals("gregorian")) return Optional.of(DateCalendar.GREGORIAN);
        return form.question().calendars().stream()
                .filter(each -> Block.spelt(each).equals(said))
                .findFirst();
    }

    private Optional<PartialDate> within(PartialDate date, When when) {
        LocalDate today = form.today();
        if (date.latest().getYear() < EARLIEST_YEAR || date.earliest().getYear() > today.getYear() + YEARS_AHEAD) {
            return refuse("year", "refused.date.year");
        }
        if (when == When.PAST && date.earliest().isAfter(today)) return refuse("year", "refused.date.future");
        if (when == When.FUTURE && date.latest().isBefore(today)) return refuse("year", "refused.date.past");
        return Optional.of(date);
    }

    /// Empty if the field is; zero and worse become a number that is no date.
    private OptionalInt number(String part) {
        var written = form.raw(name + "." + part);
        if (written.isEmpty()) return OptionalInt.empty();
        var digits = new StringBuilder();
        written.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
        // Character.digit says -1 for what is no digit.
        return OptionalInt.of(
                digits.toString().matches("[0-9]{1,4}") && !digits.toString().matches("0+")
                        ? Integer.parseInt(digits.toString())
                        : 9999);
    }

    private Optional<PartialDate> refuse(String part, String messageKey) {
        form.refuse(name + "." + part, messageKey, Map.of());
        return Optional.empty();
    }
}
