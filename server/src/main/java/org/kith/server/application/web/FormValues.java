package org.kith.server.application.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.DateCalendar;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;
import org.kith.pack.source.Block;

/// Writes an answer back into the fields of its form.
final class FormValues {
    private FormValues() {}

    static Map<String, String> of(String question, Value value) {
        var fields = new LinkedHashMap<String, String>();
        switch (value) {
            case Value.Text(var text) -> fields.put(question, text);
            case Value.Country(var code) -> fields.put(question, code);
            case Value.Choice(var code) -> fields.put(question, code);
            case Value.YesNo(var yes) -> fields.put(question, yes ? "yes" : "no");
            case Value.NotKnown() -> fields.put(question + ".not_known", "yes");
            case Value.Day(var date) -> date(question, date, fields);
            case Value.Name name -> {
                fields.put(question + ".given", name.given());
                fields.put(question + ".family", name.family());
                fields.put(question + ".passport_given", name.passportGiven());
                fields.put(question + ".passport_family", name.passportFamily());
            }
            case Value.Passport passport -> passport(question, passport, fields);
            case Value.Address address -> {
                fields.put(question + ".country", address.country());
                fields.put(question + ".lines", address.lines());
                fields.put(question + ".town", address.town());
                fields.put(question + ".region", address.region());
                fields.put(question + ".postcode", address.postcode());
            }
            // Not sent as fields: each of a group has a form of its own, and files are sent one by one.
            case Value.Group _, Value.Documents _ -> {}
        }
        return fields;
    }

    /// What was said of one of a group; nothing where it is new.
    static Map<String, String> of(Question group, Value.@Nullable Item item) {
        var fields = new LinkedHashMap<String, String>();
        if (item != null) {
            item.answers().forEach((name, value) -> fields.putAll(of(group.id() + "." + name, value)));
        }
        return fields;
    }

    private static void passport(String question, Value.Passport passport, Map<String, String> fields) {
        fields.put(question + ".number", passport.number());
        fields.put(question + ".issuer", passport.issuer());
        fields.put(question + ".nationality", passport.nationality());
        fields.put(question + ".surname", passport.surname());
        fields.put(question + ".given", passport.given());
        fields.put(question + ".mrz", passport.mrz());
        date(question + ".expires", PartialDate.of(passport.expires()), fields);
    }

    static void date(String field, LocalDate date, Map<String, String> fields) {
        date(field, PartialDate.of(date), fields);
    }

    private static void date(String field, PartialDate date, Map<String, String> fields) {
        if (date.calendar() != DateCalendar.GREGORIAN) fields.put(field + ".calendar", Block.spelt(date.calendar()));
        fields.put(field + ".year", String.valueOf(date.year()));
        if (date.month() != 0) fields.put(field + ".month", String.valueOf(date.month()));
        if (date.day() != 0) fields.put(field + ".day", String.valueOf(date.day()));
    }
}
