package org.kith.credential.emrtd;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts the code of a state as a passport writes it (ICAO 9303-3 §5) beside the one in its certificates (9303-12 §7).
final class States {
    private static final Map<String, String> ISO = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toMap(two -> Locale.of("", two).getISO3Country(), two -> two));

    private static final Map<String, String> OWN =
            Map.of("D", "DE", "GBD", "GB", "GBN", "GB", "GBO", "GB", "GBP", "GB", "GBS", "GB", "RKS", "KS");

    private States() {}

    /// Two letters for three. Where ISO 3166 knows no such state, organisations and states of fiction take the first
    /// two of their letters: `EUE`, `UNO`, `UTO`.
    static String inCertificates(String printed) {
        var own = OWN.get(printed);
        if (own != null) return own;
        return ISO.getOrDefault(printed, printed.substring(0, Math.min(2, printed.length())));
    }
}
