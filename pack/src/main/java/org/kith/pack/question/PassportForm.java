package org.kith.pack.question;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the fields of a passport. Check digits are for whoever knows MRZ: here the lines only have to look like some.
final class PassportForm {
    /// Lines by length of ICAO 9303: TD1 three of 30, TD2 two of 36, TD3 two of 44.
    private static final Set<String> SHAPES = Set.of("30,30,30", "36,36", "44,44");

    private final AnswerForm form;

    PassportForm(AnswerForm form) {
        this.form = form;
    }

    Optional<Value.Passport> read() {
        var number = number();
        var issuer = country("issuer");
        var nationality = country("nationality");
        var surname = PassportSpelling.read(form, form.field("surname"));
        var given = PassportSpelling.read(form, form.field("given"));
        if (surname.isEmpty() && given.isEmpty()) {
            form.refuse(form.field("surname"), "refused.name.passport", Map.of());
        }
        var mrz = lines();
        var expires = new DateForm(form, form.field("expires"))
                .read(false, form.question().when());
        return expires.map(
                date -> new Value.Passport(number, issuer, nationality, surname, given, date.earliest(), mrz));
    }

    private String number() {
        var number = form.raw(form.field("number")).toUpperCase(Locale.ROOT).replaceAll("[ <-]", "");
        if (!number.matches("[A-Z0-9]{1,20}")) {
            form.refuse(form.field("number"), "refused.passport.number", Map.of());
        }
        return number;
    }

    private String country(String part) {
        var code = Countries.fromDocument(form.raw(form.field(part)).toUpperCase(Locale.ROOT));
        if (!form.countries().knowsInDocuments(code)) {
            form.refuse(form.field(part), "refused.country", Map.of());
        }
        return code;
    }

    private String lines() {
        var lines = form.raw(form.field("mrz"))
                .toUpperCase(Locale.ROOT)
                .replace('«', '<')
                .lines()
                .map(line -> line.replaceAll("\\s", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) return "";
        var shape = lines.stream().map(line -> String.valueOf(line.length())).collect(Collectors.joining(","));
        if (!SHAPES.contains(shape)) {
            form.refuse(form.field("mrz"), "refused.passport.mrz-length", Map.of());
        } else if (!lines.stream().allMatch(line -> line.matches("[A-Z0-9<]+"))) {
            form.refuse(form.field("mrz"), "refused.passport.mrz-character", Map.of());
        }
        return String.join("\n", lines);
    }
}
