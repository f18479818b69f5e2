package org.kith.server.identity;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.server.application.ApplicationId;
import org.kith.server.audit.Code;
import org.kith.server.centre.BookingId;
import tools.jackson.databind.JsonNode;

/// A check in its canonical form (RFC 8785), with 32 random bytes so that its digest says nothing to those who guess.
/// The officer's signature covers exactly these bytes.
final class SignedForm {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VERSION = 2;
    private static final String CHECKED = "checked";

    private SignedForm() {}

    /// @param photo SHA-256 of the photo that was taken, if one was
    static byte[] of(IdentityCheck check, byte @Nullable [] photo) {
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        var form = new TreeMap<String, Object>();
        form.put("version", VERSION);
        form.put("salt", base64(salt));
        form.put("check", check.id().toString());
        form.put("application", check.application().value().toString());
        form.put("booking", check.booking().toString());
        form.put("centre", check.centre().toString());
        form.put("officer", check.officer().toString());
        form.put("at", check.at().toString());
        form.put("chip", check.chipRead());
        form.put("fields", fields(check.fields()));
        put(form, "not_confirmed", check.notConfirmed());
        put(form, "document", check.document());
        put(form, "face", check.face());
        put(form, "second_way", check.secondWay());
        put(form, "assurance", check.assurance());
        put(form, "differences", check.differences());
        if (photo != null) form.put("photo", base64(photo));
        if (!check.points().isEmpty()) form.put("points", points(check.points()));
        return Json.write(form);
    }

    /// SHA-256 of the photo that was taken, as the form names it.
    static byte @Nullable [] photo(byte[] form) {
        var said = parse(form).path("photo");
        return said.isString() ? Base64.getUrlDecoder().decode(said.stringValue()) : null;
    }

    static byte[] digest(byte[] form) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(form);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The digest as the journal takes it: small letters and digits.
    static Code code(byte[] digest) {
        return new Code(new BigInteger(1, digest).toString(36));
    }

    static IdentityCheck read(byte[] form) {
        var said = parse(form);
        return new IdentityCheck(
                new CheckId(uuid(said, "check")),
                new ApplicationId(uuid(said, "application")),
                new BookingId(uuid(said, "booking")),
                uuid(said, "officer"),
                uuid(said, "centre"),
                Instant.parse(said.path("at").asString()),
                word(NotConfirmed.class, said, "not_confirmed"),
                readFields(said.path("fields")),
                word(Judgement.class, said, "document"),
                word(Judgement.class, said, "face"),
                word(SecondWay.class, said, "second_way"),
                word(Findings.Differences.class, said, "differences"),
                said.has("photo"),
                said.path("chip").asBoolean(),
                word(Assurance.class, said, "assurance"),
                readPoints(said.path("points")));
    }

    private static JsonNode parse(byte[] form) {
        try {
            return Json.object(form);
        } catch (Malformed e) {
            throw new IllegalStateException("a check that we wrote ourselves", e);
        }
    }

    /// What is the same stands in the answers already; the rest is written out.
    private static Map<String, Object> fields(List<Comparison> comparisons) {
        var fields = new TreeMap<String, Object>();
        for (var each : comparisons) {
            var field = new TreeMap<String, Object>();
            field.put("result", lower(each.sameness()));
            if (each.sameness() != Sameness.SAME && !each.printed().isEmpty()) field.put("printed", each.printed());
            fields.put(lower(each.field()), field);
        }
        return fields;
    }

    private static List<Comparison> readFields(JsonNode fields) {
        return Stream.of(PassportField.values())
                .filter(field -> fields.has(lower(field)))
                .map(field -> {
                    var said = fields.path(lower(field));
                    var sameness =
                            Sameness.valueOf(said.path("result").asString().toUpperCase(Locale.ROOT));
                    return new Comparison(field, "", said.path("printed").asString(""), sameness);
                })
                .toList();
    }

    /// `checked`, or why it could not be.
    private static Map<String, Object> points(List<CheckedPoint> points) {
        var written = new TreeMap<String, Object>();
        for (var each : points) {
            var because = each.because();
            written.put(each.id(), because == null ? CHECKED : lower(because));
        }
        return written;
    }

    private static List<CheckedPoint> readPoints(JsonNode points) {
        return points.properties().stream()
                .map(each -> new CheckedPoint(
                        each.getKey(), hindrance(each.getValue().asString())))
                .toList();
    }

    private static @Nullable Hindrance hindrance(String word) {
        return word.equals(CHECKED) ? null : Hindrance.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static void put(Map<String, Object> form, String name, @Nullable Enum<?> word) {
        if (word != null) form.put(name, lower(word));
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> kind, JsonNode said, String name) {
        return said.has(name) ? Enum.valueOf(kind, said.path(name).asString().toUpperCase(Locale.ROOT)) : null;
    }

    private static UUID uuid(JsonNode said, String name) {
        return UUID.fromString(said.path(name).asString());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
