package org.kith.server.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.kith.pack.question.Countries;

/// The number of a passport or identity card with its issuer, in the one spelling by which it is found.
public final class DocumentNumber {
    /// States that took another code, and whose older passports carry the former one (ISO 3166-3, "name changed"). A
    /// state that fell apart is none of its successors: each counts its passports anew.
    private static final Map<String, String> RENAMED = Map.of(
            "AFI", "DJI", "BUR", "MMR", "BYS", "BLR", "DHY", "BEN", "HVO", "BFA", "NHB", "VUT", "RHO", "ZWE", "ROM",
            "ROU", "TMP", "TLS", "ZAR", "COD");

    private DocumentNumber() {}

    /// Empty where one of the two is missing. Fillers, spaces and hyphens are how a number is printed, not part of it.
    public static String of(String issuer, String number) {
        var plain = Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
        var code = Countries.fromDocument(issuer.strip().toUpperCase(Locale.ROOT));
        return plain.isEmpty() || code.isEmpty() ? "" : RENAMED.getOrDefault(code, code) + " " + plain;
    }
}
