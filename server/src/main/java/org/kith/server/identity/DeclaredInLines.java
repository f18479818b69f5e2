package org.kith.server.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kith.pack.question.Value;

/// What was declared, as a passport's lines would write it, so that a device without a line compares as we do
/// ([Comparison]). What was not declared is left out.
public final class DeclaredInLines {
    private DeclaredInLines() {}

    public static Map<String, Object> of(Declared declared) {
        var fields = new LinkedHashMap<String, Object>();
        declared.passport().ifPresent(passport -> {
            fields.put("surname", Comparison.asInLines(passport.surname()));
            fields.put("given_names", Comparison.asInLines(passport.given()));
            fields.put("nationality", codes(passport, Value.Passport::nationality));
            fields.put("issuer", codes(passport, Value.Passport::issuer));
            fields.put("number", Comparison.numberInLines(passport.number()));
            fields.put("expiry", passport.expires().toString());
        });
        declared.birth().ifPresent(born -> fields.put("birth_date", List.of(born.year(), born.month(), born.day())));
        return fields;
    }

    /// Germany's passports carry the single letter D (ICAO 9303-3 section 5).
    private static List<String> codes(Value.Passport passport, Function<Value.Passport, String> part) {
        var code = part.apply(passport);
        return code.equals("DEU") ? List.of("D", code) : List.of(code);
    }
}
