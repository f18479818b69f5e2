package org.kith.server.keys;

import java.net.URI;
import java.util.Locale;

/// In whose name certificates are made.
///
/// @param organisation such as `Ministry of Foreign Affairs of Utopia`
/// @param country      ISO 3166 alpha-2
/// @param address      where the programme is reached, as its credentials name it
public record Authority(String organisation, String country, URI address) {
    public Authority {
        if (organisation.isBlank()) throw new IllegalArgumentException("Keys are made in an organisation's name.");
        if (!country.matches("[A-Z]{2}"))
            throw new IllegalArgumentException("A country is two capital letters (ISO 3166 alpha-2).");
        if (address.getScheme() == null || address.getHost() == null)
            throw new IllegalArgumentException("The address is an absolute one, such as https://card.example.");
    }

    /// Of a state by the three letters of its passports. A state that ISO 3166 does not know gets two letters from
    /// those that it leaves to users (XA to XZ).
    public static Authority ofState(String organisation, String alpha3, URI address) {
        return new Authority(organisation, alpha2(alpha3), address);
    }

    private static String alpha2(String alpha3) {
        for (var country : Locale.getISOCountries()) {
            if (Locale.of("", country).getISO3Country().equals(alpha3)) return country;
        }
        return alpha3.startsWith("X") ? alpha3.substring(0, 2) : "X" + alpha3.charAt(0);
    }
}
