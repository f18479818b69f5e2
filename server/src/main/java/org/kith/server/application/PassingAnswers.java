package org.kith.server.application;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.kith.pack.question.Answers;
import org.kith.server.programme.Programme;
import org.kith.server.vault.BrowserKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What someone without an account answers to the eligibility check: two hours, under a key that only their browser
/// has. We cannot read it, nor tell whose it is.
@Repository
public class PassingAnswers {
    static final Duration KEPT = Duration.ofHours(2);
    private static final byte[] NOTHING_ELSE = new byte[0];

    private final JdbcClient jdbc;
    private final Programme programme;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PassingAnswers(JdbcClient jdbc, Programme programme, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.programme = programme;
        this.json = json;
        this.clock = clock;
    }

    /// A ticket for a browser that has none: the row's name and the key to it.
    public String newTicket() {
        return BrowserKey.random(random);
    }

    /// The answers of a ticket; none where it is forged, too old, or of an earlier pack.
    public Answers of(String ticket) {
        var sql = """
            select sealed from passing_answers where id = :id and expires_at > :now
            """;
        return BrowserKey.parse(ticket)
                .flatMap(parsed -> jdbc.sql(sql)
                        .param("id", parsed.id())
                        .param("now", Timestamp.from(clock.instant()))
                        .query(byte[].class)
                        .optional()
                        .flatMap(bytes -> open(parsed, bytes)))
                .orElse(Answers.NONE);
    }

    public void keep(String ticket, Answers answers) {
        var sql = """
            insert into passing_answers (id, sealed, expires_at) values (:id, :sealed, :expires)
            on conflict (id) do update set sealed = excluded.sealed, expires_at = excluded.expires_at
            """;
        BrowserKey.parse(ticket)
                .ifPresent(parsed -> jdbc.sql(sql)
                        .param("id", parsed.id())
                        .param("sealed", seal(parsed, answers))
                        .param("expires", Timestamp.from(clock.instant().plus(KEPT)))
                        .update());
    }

    public void forget(String ticket) {
        BrowserKey.parse(ticket)
                .ifPresent(parsed -> jdbc.sql("delete from passing_answers where id = :id")
                        .param("id", parsed.id())
                        .update());
    }

    @Scheduled(fixedDelay = 60_000)
    void forgetOld() {
        jdbc.sql("delete from passing_answers where expires_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private byte[] seal(BrowserKey ticket, Answers answers) {
        return ticket.seal(json.writeValueAsBytes(answers.neutral()), NOTHING_ELSE);
    }

    private Optional<Answers> open(BrowserKey ticket, byte[] sealed) {
        return ticket.open(sealed, NOTHING_ELSE).flatMap(plain -> {
            var neutral = json.readValue(plain, new TypeReference<Map<String, Object>>() {});
            try {
                return Optional.of(Answers.ofNeutral(programme.current().questions(), neutral));
            } catch (IllegalArgumentException ofAnEarlierPack) {
                return Optional.empty();
            }
        });
    }
}
