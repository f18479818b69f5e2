package org.kith.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.site.LinkSecret;
import org.kith.server.site.LocalPath;
import org.kith.server.vault.SecretId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Links that were asked for and not followed yet. Of link, browser and code only hashes are here; the address is in
/// the
/// vault.
@Repository
class SignInRequests {
    private static final int TRIES = 5;
    private static final String LIVE =
            "select id, browser_hash, code_hash, address, language, next, tries from sign_in_request where expires > :now";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    SignInRequests(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /// Who asked, and for what.
    record Request(EmailAddress address, Locale language, LocalPath next) {}

    /// A request as it lies in the table.
    record Found(
            UUID id,
            String browserHash,
            String codeHash,
            SecretId address,
            Locale language,
            LocalPath next,
            int tries) {
        boolean askedBy(String browser) {
            return same(browserHash, hex(browser));
        }

        boolean hasCode(String typed) {
            return tries < TRIES && same(codeHash, hex(id + SignInCode.read(typed)));
        }

        private static boolean same(String one, String other) {
            return MessageDigest.isEqual(
                    one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
        }
    }

    void add(Request request, LinkSecret link, LinkSecret browser, Instant until) {
        var id = UUID.randomUUID();
        var address = vault.keepForHouse(request.address().value().getBytes(StandardCharsets.UTF_8));
        var sql = """
                insert into sign_in_request (id, link_hash, browser_hash, code_hash, address, language, next, expires)
                values (:id, :link, :browser, :code, :address, :language, :next, :expires)
                """;
        jdbc.sql(sql)
                .param("id", id)
                .param("link", hex(link.text()))
                .param("browser", hex(browser.text()))
                .param("code", hex(id + SignInCode.of(link.text())))
                .param("address", address.value())
                .param("language", request.language().toLanguageTag())
                .param("next", request.next().value())
                .param("expires", at(until))
                .update();
    }

    boolean isLive(String browser) {
        var sql = "select exists (" + LIVE + " and browser_hash = :browser)";
        return jdbc.sql(sql)
                .param("now", now())
                .param("browser", hex(browser))
                .query(Boolean.class)
                .single();
    }

    Optional<Found> find(String link) {
        var sql = LIVE + " and link_hash = :link";
        return jdbc.sql(sql)
                .param("now", now())
                .param("link", hex(link))
                .query(SignInRequests::found)
                .optional();
    }

    Optional<Found> lock(String link) {
        var sql = LIVE + " and link_hash = :link for update";
        return jdbc.sql(sql)
                .param("now", now())
                .param("link", hex(link))
                .query(SignInRequests::found)
                .optional();
    }

    List<Found> lockAll(String browser) {
        var sql = LIVE + " and browser_hash = :browser order by id for update";
        return jdbc.sql(sql)
                .param("now", now())
                .param("browser", hex(browser))
                .query(SignInRequests::found)
                .list();
    }

    void countWrongCode(List<Found> requests) {
        for (var request : requests)
            jdbc.sql("update sign_in_request set tries = tries + 1 where id = ?")
                    .param(request.id())
                    .update();
    }

    /// Takes the request out for good: a link works once.
    Optional<Request> use(Found found) {
        var address = vault.secret(found.address())
                .flatMap(bytes -> EmailAddress.of(new String(bytes, StandardCharsets.UTF_8)));
        remove(found.id(), found.address());
        return address.map(known -> new Request(known, found.language(), found.next()));
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    @Transactional
    public void removeExpired() {
        record Expired(UUID id, SecretId address) {}
        var sql = """
                select id, address from sign_in_request where expires <= :now
                order by expires limit 1000 for update skip locked
                """;
        jdbc.sql(sql)
                .param("now", now())
                .query((row, index) -> new Expired(
                        row.getObject("id", UUID.class), new SecretId(row.getObject("address", UUID.class))))
                .list()
                .forEach(expired -> remove(expired.id(), expired.address()));
    }

    private void remove(UUID id, SecretId address) {
        jdbc.sql("delete from sign_in_request where id = ?").param(id).update();
        vault.forget(address);
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("browser_hash"),
                row.getString("code_hash"),
                new SecretId(row.getObject("address", UUID.class)),
                Locale.forLanguageTag(row.getString("language")),
                new LocalPath(row.getString("next")),
                row.getInt("tries"));
    }

    private static String hex(String secret) {
        return java.util.HexFormat.of().formatHex(LinkSecret.hashOf(secret));
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
