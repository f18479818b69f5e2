package org.kith.server.vault;

import java.util.regex.Pattern;

/// A country as ISO 3166 alpha-3 writes it, such as `UTO`.
public record CountryCode(String value) {
    private static final Pattern ALPHA_3 = Pattern.compile("[A-Z]{3}");

    /// Of a person who has not said yet where they live (a code ISO leaves to its users).
    public static final CountryCode UNKNOWN = new CountryCode("ZZZ");

    public CountryCode {
        if (!ALPHA_3.matcher(value).matches()) {
            throw new IllegalArgumentException("A country is three capital letters (ISO 3166 alpha-3).");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
