package org.kith.pack.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/// Turns stored answers back into values of their question's type.
final class NeutralForm {
    private NeutralForm() {}

    static Value read(Question question, Object stored) {
        if (stored instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("not_known"))) return new Value.NotKnown();
        try {
            return switch (question.type()) {
                case TEXT, LONG_TEXT -> new Value.Text(text(stored));
                case DATE -> new Value.Day(PartialDate.parse(text(stored)));
                case COUNTRY -> new Value.Country(text(stored));
                case CHOICE -> choice(question, text(stored));
                case YES_NO -> new Value.YesNo((Boolean) stored);
                case NAME ->
                    new Value.Name(
                            part(stored, "given"),
                            part(stored, "family"),
                            part(stored, "passport_given"),
                            part(stored, "passport_family"));
                case PASSPORT ->
                    new Value.Passport(
                            part(stored, "number"),
                            part(stored, "issuer"),
                            part(stored, "nationality"),
                            part(stored, "surname"),
                            part(stored, "given"),
                            LocalDate.parse(part(stored, "expires")),
                            part(stored, "mrz"));
            };
        } catch (ClassCastException | DateTimeException _) {
            throw notFor(question); // without the cause: its message would carry the answer
        }
    }

    private static Value choice(Question question, String code) {
        if (question.choice(code).isEmpty()) throw notFor(question);
        return new Value.Choice(code);
    }

    private static String text(Object stored) {
        return (String) stored;
    }

    private static String part(Object stored, String part) {
        var value = ((Map<?, ?>) stored).get(part);
        return value == null ? "" : (String) value;
    }

    private static IllegalArgumentException notFor(Question question) {
        return new IllegalArgumentException("not an answer to " + question.id() + " (" + question.type() + ")");
    }
}
