package org.kith.server.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzDate;
import org.kith.pack.question.Countries;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Value;

/// One field of the passport beside what was declared.
///
/// @param declared as it was declared; empty if it was not
/// @param printed  as the passport's machine readable lines say
public record Comparison(PassportField field, String declared, String printed, Sameness sameness) {

    /// Field by field. Spelling counts as the lines write it: capitals, hyphens as gaps, apostrophes left away
    /// (ICAO 9303-3 §4.6).
    public static List<Comparison> of(Declared declared, Mrz mrz) {
        var passport = declared.passport();
        var rows = new ArrayList<Comparison>();
        rows.add(name(PassportField.SURNAME, passport.map(Value.Passport::surname), mrz.surname(), mrz));
        rows.add(name(PassportField.GIVEN_NAMES, passport.map(Value.Passport::given), mrz.givenNames(), mrz));
        rows.add(birth(declared.birth(), mrz.birthDate()));
        rows.add(code(PassportField.NATIONALITY, passport.map(Value.Passport::nationality), mrz.nationality()));
        rows.add(code(PassportField.ISSUER, passport.map(Value.Passport::issuer), mrz.issuer()));
        rows.add(number(passport.map(Value.Passport::number), mrz.documentNumber()));
        rows.add(expiry(passport, mrz.expiry()));
        return List.copyOf(rows);
    }

    private static Comparison name(PassportField field, Optional<String> said, String printed, Mrz mrz) {
        var declared = said.orElse("");
        var spelt = asInLines(declared);
        // A long name is cut off in the lines: as far as they go, it is the same.
        var same =
                spelt.equals(printed) || (mrz.nameMayBeTruncated() && !printed.isEmpty() && spelt.startsWith(printed));
        return row(field, declared, printed, said.isEmpty() ? Sameness.UNKNOWN : of(same));
    }

    private static Comparison birth(Optional<PartialDate> said, MrzDate printed) {
        if (said.isEmpty() || printed.equals(MrzDate.UNKNOWN)) {
            return row(PassportField.BIRTH_DATE, said.map(PartialDate::toString).orElse(""), "", Sameness.UNKNOWN);
        }

        var day = said.get();
        var same = agrees(day.year(), printed.year())
                && agrees(day.month(), printed.month())
                && agrees(day.day(), printed.day());
        return row(PassportField.BIRTH_DATE, day.toString(), written(printed), of(same));
    }

    private static Comparison code(PassportField field, Optional<String> said, String printed) {
        var code = Countries.fromDocument(printed);
        return row(
                field,
                said.orElse(""),
                code,
                said.map(each -> of(each.equals(code))).orElse(Sameness.UNKNOWN));
    }

    private static Comparison number(Optional<String> said, String printed) {
        var declared = said.orElse("");
        var same = numberInLines(declared).equals(printed.replace("<", ""));
        return row(PassportField.NUMBER, declared, printed, said.isEmpty() ? Sameness.UNKNOWN : of(same));
    }

    private static Comparison expiry(Optional<Value.Passport> said, MrzDate printed) {
        var declared = said.map(passport -> passport.expires().toString()).orElse("");
        var shown = printed.complete().map(Object::toString).orElse("");
        if (declared.isEmpty() || shown.isEmpty()) {
            return row(PassportField.EXPIRY, declared, shown, Sameness.UNKNOWN);
        }
        return row(PassportField.EXPIRY, declared, shown, of(declared.equals(shown)));
    }

    /// A part that either does not know (0 or none) contradicts nothing.
    private static boolean agrees(int declared, @org.jspecify.annotations.Nullable Integer printed) {
        return declared == 0 || printed == null || declared == printed;
    }

    private static String written(MrzDate date) {
        if (date.year() == null) return "";
        if (date.month() == null) return "%04d".formatted(date.year());
        return date.day() == null
                ? "%04d-%02d".formatted(date.year(), date.month())
                : "%04d-%02d-%02d".formatted(date.year(), date.month(), date.day());
    }

    static String numberInLines(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    static String asInLines(String name) {
        return name.toUpperCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^A-Z]+", " ")
                .strip();
    }

    private static Sameness of(boolean same) {
        return same ? Sameness.SAME : Sameness.DIFFERS;
    }

    private static Comparison row(PassportField field, String declared, String printed, Sameness sameness) {
        return new Comparison(field, declared, printed, sameness);
    }
}
