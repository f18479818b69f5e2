package org.kith.server.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.keys.Codes;
import org.kith.server.vault.BrowserKey;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A session that ends locks and never discards (lessons row 4): what was typed into a form meanwhile waits, sealed
/// under a key that only the browser has, until the same person is signed in again. **We cannot read it, and whoever
/// signs in next at the same browser cannot either.**
@Repository
public class HeldForms {
    public static final String COOKIE = "held";
    public static final Duration KEPT = Duration.ofHours(2);

    /// In a form that may be held: whose it is, in a code.
    public static final String FIELD = "yours";

    /// Between the values of one field, where it has several.
    public static final String AND = "\u001F";

    private static final int LONGEST = 64_000;
    private static final String LABEL = "held-forms";

    private final JdbcClient jdbc;
    private final Codes codes;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HeldForms(JdbcClient jdbc, Codes codes, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.json = json;
        this.clock = clock;
    }

    /// What a person's forms carry in [#FIELD]. Nobody can make it for another, so no other site fills a form.
    public String mark(PersonId person) {
        return mark(person.value());
    }

    /// The same for whoever has that number, a person or an officer.
    public String mark(UUID who) {
        var code = codes.lookUp(LABEL, who.toString().getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, 16));
    }

    /// Holds a form.
    ///
    /// @param cookie that the browser has already, or empty
    /// @return the cookie it is to have; empty where the form cannot be held
    public Optional<String> hold(String cookie, String place, Map<String, String> form) {
        var mark = form.getOrDefault(FIELD, "");
        var plain = json.writeValueAsBytes(form);
        if (mark.isEmpty() || place.length() > 200 || plain.length > LONGEST) return Optional.empty();

        var kept = BrowserKey.parse(cookie).isPresent() ? cookie : BrowserKey.random(random);
        var key = BrowserKey.parse(kept).orElseThrow();
        var sql = """
            insert into held_form (id, place, sealed, expires_at) values (:id, :place, :sealed, :expires)
            on conflict (id, place) do update set sealed = excluded.sealed, expires_at = excluded.expires_at
            """;
        jdbc.sql(sql)
                .param("id", key.id())
                .param("place", place)
                .param("sealed", key.seal(plain, bound(mark, place)))
                .param("expires", clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(kept);
    }

    /// The form that waits at a place for the person who is signed in now.
    public Optional<Map<String, String>> of(String cookie, String place, PersonId person) {
        return of(cookie, place, person.value());
    }

    public Optional<Map<String, String>> of(String cookie, String place, UUID who) {
        var sql = """
            select sealed from held_form where id = :id and place = :place and expires_at > :now
            """;
        return BrowserKey.parse(cookie)
                .flatMap(key -> jdbc.sql(sql)
                        .param("id", key.id())
                        .param("place", place)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(byte[].class)
                        .optional()
                        .flatMap(kept -> key.open(kept, bound(mark(who), place))))
                .map(plain -> json.readValue(plain, new TypeReference<Map<String, String>>() {}));
    }

    /// Once it was sent again.
    public void forget(String cookie, String place) {
        BrowserKey.parse(cookie)
                .ifPresent(key -> jdbc.sql("delete from held_form where id = :id and place = :place")
                        .param("id", key.id())
                        .param("place", place)
                        .update());
    }

    @Scheduled(fixedDelay = 60_000)
    void forgetOld() {
        jdbc.sql("delete from held_form where expires_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] bound(String mark, String place) {
        return (mark + " " + place).getBytes(StandardCharsets.UTF_8);
    }
}
