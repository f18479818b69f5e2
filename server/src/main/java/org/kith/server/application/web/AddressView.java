package org.kith.server.application.web;

import java.util.List;
import org.kith.pack.question.AddressFields;
import org.kith.pack.question.Countries;
import org.kith.pack.text.Texts;

/// The fields of an address, as the post of its country has them. There are none before the country is chosen.
public record AddressView(List<Field> fields) {
    /// One field of it.
    ///
    /// @param autocomplete what a browser may fill it in with
    public record Field(String part, String label, boolean required, String autocomplete) {}

    static AddressView in(String country, Countries countries, Texts texts) {
        if (!countries.knows(country)) return new AddressView(List.of());
        return new AddressView(AddressFields.in(country).fields().stream()
                .map(field -> new Field(
                        field.part(), texts.text(field.labelKey()), field.required(), autocomplete(field.part())))
                .toList());
    }

    /// HTML Living Standard, §4.10.18.7.
    private static String autocomplete(String part) {
        return switch (part) {
            case "lines" -> "street-address";
            case "town" -> "address-level2";
            case "region" -> "address-level1";
            default -> "postal-code";
        };
    }
}
