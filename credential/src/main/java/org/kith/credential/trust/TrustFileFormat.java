package org.kith.credential.trust;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;
import tools.jackson.databind.JsonNode;

/// A trust file as JSON: `issuer`, `name`, `status_lists`, `aggregation`, and `keys`, each a JWK with `kid`,
/// `purpose`,
/// `not_before` and `not_after` (ISO 8601, UTC).
final class TrustFileFormat {
    private TrustFileFormat() {}

    static byte[] write(TrustFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", file.issuer());
        json.put("name", file.name());
        json.put("status_lists", file.statusLists());
        var aggregation = file.aggregation();
        if (aggregation != null) json.put("aggregation", aggregation);
        json.put("keys", file.keys().stream().map(TrustFileFormat::write).toList());
        return Json.writePretty(json);
    }

    static TrustFile read(byte[] bytes) throws Malformed {
        var json = Json.object(bytes);
        var keys = new ArrayList<TrustedKey>();
        for (var key : json.path("keys")) keys.add(key(key, keys.size()));
        try {
            var aggregation = json.has("aggregation") ? text(json, "aggregation") : null;
            return new TrustFile(
                    text(json, "issuer"), text(json, "name"), text(json, "status_lists"), aggregation, keys);
        } catch (IllegalArgumentException e) {
            throw new Malformed("a trust file in which something is wrong: " + e.getMessage());
        }
    }

    private static Map<String, Object> write(TrustedKey key) {
        var json = key.key().toMap();
        json.put("kid", key.key().thumbprint());
        json.put("purpose", key.purpose().jsonName());
        json.put("not_before", key.notBefore().toString());
        json.put("not_after", key.notAfter().toString());
        return json;
    }

    private static TrustedKey key(JsonNode json, int position) throws Malformed {
        var place = "keys[" + position + "]";
        try {
            var members = new LinkedHashMap<String, Object>();
            for (var member : json.properties()) {
                members.put(member.getKey(), member.getValue().asString(""));
            }
            var jwk = Jwk.from(members);
            if (!jwk.thumbprint().equals(text(json, "kid"))) throw new Malformed("kid is not the key's thumbprint");
            return new TrustedKey(jwk, purpose(json), time(json, "not_before"), time(json, "not_after"));
        } catch (IllegalArgumentException e) {
            throw new Malformed("a trust file in which " + place + " is wrong: " + e.getMessage());
        } catch (Malformed e) {
            throw new Malformed("a trust file in which " + place + " is wrong: " + e.fault());
        }
    }

    private static KeyPurpose purpose(JsonNode json) throws Malformed {
        var name = text(json, "purpose");
        for (var purpose : KeyPurpose.values()) {
            if (purpose.jsonName().equals(name)) return purpose;
        }
        throw new Malformed("purpose is none of card, status and journal");
    }

    private static Instant time(JsonNode json, String member) throws Malformed {
        try {
            return Instant.parse(text(json, member));
        } catch (DateTimeParseException e) {
            throw new Malformed(member + " is not a time such as 2026-11-22T00:00:00Z");
        }
    }

    private static String text(JsonNode json, String member) throws Malformed {
        var value = json.path(member);
        if (!value.isString()) throw new Malformed(member + " is missing or not text");
        return value.stringValue();
    }
}
