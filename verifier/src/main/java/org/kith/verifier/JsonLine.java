package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kith.credential.check.CheckResult;
import org.kith.credential.encoding.Json;
import org.kith.credential.qr.CardQr;

/// An answer as one line of JSON. `card` is there only if its signature held, times are ISO 8601 in UTC, ages
/// seconds.
final class JsonLine {
    private JsonLine() {}

    static String of(String file, CheckResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("answer", result.answer().name().toLowerCase(Locale.ROOT));
        json.put("exit_code", result.answer().exitCode());
        json.put("reason", result.reason().name().toLowerCase(Locale.ROOT));
        var card = result.card();
        if (card != null) json.put("card", card(card));
        if (result.issuerName() != null) json.put("issuer_name", result.issuerName());
        var issuedAt = result.listIssuedAt();
        if (issuedAt != null) json.put("list_issued_at", issuedAt.toString());
        var age = result.listAge();
        if (age != null) json.put("list_age_seconds", age.toSeconds());
        return new String(Json.write(json), UTF_8);
    }

    private static Map<String, Object> card(CardQr card) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", card.issuer());
        json.put("name", card.fullName());
        var own = card.nameInOwnScript();
        if (own != null) json.put("name_in_own_script", own);
        json.put("year_of_birth", card.yearOfBirth());
        json.put("issued_at", card.issuedAt().toString());
        json.put("expires_at", card.expiresAt().toString());
        return json;
    }
}
