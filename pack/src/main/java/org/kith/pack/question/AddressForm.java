package org.kith.pack.question;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads an address by the fields of its country.
final class AddressForm {
    private static final int MOST_LINES = 3;
    private static final int LONGEST_PART = 100;

    private final AnswerForm form;

    AddressForm(AnswerForm form) {
        this.form = form;
    }

    Optional<Value.Address> read() {
        var country = form.raw(form.field("country"));
        if (!form.countries().knows(country)) {
            form.refuse(form.field("country"), "refused.country", Map.of());
            return Optional.empty();
        }
        var fields = AddressFields.in(country);
        return Optional.of(new Value.Address(
                country, lines(fields), part("town", fields), part("region", fields), postcode(fields)));
    }

    private String lines(AddressFields fields) {
        var lines = form.lines(form.field("lines"), form.question().maxLength());
        if (lines.lines().count() > MOST_LINES) {
            form.refuse(form.field("lines"), "refused.address.lines", Map.of("most", MOST_LINES));
        }
        needed("lines", lines, fields);
        return lines;
    }

    /// What the country's form does not name is left away: it may stand from another country's form.
    private String part(String part, AddressFields fields) {
        if (fields.field(part).isEmpty()) return "";
        var text = form.line(form.field(part), LONGEST_PART);
        needed(part, text, fields);
        return text;
    }

    private String postcode(AddressFields fields) {
        var code = part("postcode", fields).toUpperCase(Locale.ROOT);
        var pattern = fields.field("postcode").flatMap(AddressFields.Field::pattern);
        if (!code.isEmpty() && pattern.isPresent() && !pattern.get().matches(code)) {
            form.refuse(form.field("postcode"), "refused.address.postcode", Map.of("example", fields.example()));
        }
        return code;
    }

    private void needed(String part, String text, AddressFields fields) {
        var required = fields.field(part).map(AddressFields.Field::required).orElse(false);
        if (text.isEmpty() && required) form.refuse(form.field(part), "refused.address." + part + "-missing", Map.of());
    }
}
