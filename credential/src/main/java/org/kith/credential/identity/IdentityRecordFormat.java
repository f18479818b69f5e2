package org.kith.credential.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.identity.IdentityRecord.OfficersSignature;
import org.kith.credential.signing.Jws;
import org.kith.credential.signing.Signer;
import tools.jackson.databind.JsonNode;

/// An identity record as JSON: `iss`, `iat` (ISO 8601, UTC), `form`, `rp_id`, `origin` and `signatures`, each with
/// `officer`, `unit`, `key`, `key_from`, `key_until`, `authenticator_data`, `client_data` and `signature`; bytes in
/// base64url.
final class IdentityRecordFormat {
    /// One at the counter, and a second who looked too.
    private static final int MOST_SIGNATURES = 2;

    private IdentityRecordFormat() {}

    static String sign(IdentityRecord record, Signer signer) {
        var json = new LinkedHashMap<String, Object>();
        json.put("iss", record.issuer());
        json.put("iat", record.issuedAt().toString());
        json.put("form", Base64Url.write(record.form()));
        json.put("rp_id", record.party());
        json.put("origin", record.origin());
        json.put(
                "signatures",
                record.signatures().stream().map(IdentityRecordFormat::write).toList());
        return Jws.sign(IdentityRecord.TYP, Json.write(json), signer);
    }

    static IdentityRecord read(byte[] payload) throws Malformed {
        var json = Json.object(payload);
        var signatures = new ArrayList<OfficersSignature>();
        for (var each : json.path("signatures")) signatures.add(signature(each));
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new Malformed("an identity record with " + signatures.size() + " signatures of officers");
        }
        return new IdentityRecord(
                text(json, "iss"),
                time(json, "iat"),
                bytes(json, "form"),
                text(json, "rp_id"),
                text(json, "origin"),
                signatures);
    }

    static Instant time(JsonNode json, String member) throws Malformed {
        try {
            return Instant.parse(text(json, member));
        } catch (DateTimeException e) {
            throw new Malformed(member + " is not a time such as 2026-11-22T00:00:00Z");
        }
    }

    private static Map<String, Object> write(OfficersSignature signature) {
        var json = new LinkedHashMap<String, Object>();
        json.put("officer", signature.officer());
        json.put("unit", signature.unit());
        json.put("key", Base64Url.write(signature.key()));
        json.put("key_from", signature.keyFrom().toString());
        var until = signature.keyUntil();
        if (until != null) json.put("key_until", until.toString());
        json.put("authenticator_data", Base64Url.write(signature.assertion().authenticatorData()));
        json.put("client_data", Base64Url.write(signature.assertion().clientData()));
        json.put("signature", Base64Url.write(signature.assertion().signature()));
        return json;
    }

    private static OfficersSignature signature(JsonNode json) throws Malformed {
        var number = json.path("officer");
        if (!number.canConvertToLong()) throw new Malformed("officer is not a number");
        return new OfficersSignature(
                number.longValue(),
                text(json, "unit"),
                bytes(json, "key"),
                time(json, "key_from"),
                until(json),
                new PasskeyAssertion(
                        bytes(json, "authenticator_data"), bytes(json, "client_data"), bytes(json, "signature")));
    }

    private static @Nullable Instant until(JsonNode json) throws Malformed {
        return json.has("key_until") ? time(json, "key_until") : null;
    }

    private static byte[] bytes(JsonNode json, String member) throws Malformed {
        return Base64Url.read(text(json, member));
    }

    private static String text(JsonNode json, String member) throws Malformed {
        var value = json.path(member);
        if (!value.isString()) throw new Malformed(member + " is missing or not text");
        return value.stringValue();
    }
}
