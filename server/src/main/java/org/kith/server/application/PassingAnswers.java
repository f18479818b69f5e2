package org.kith.server.application;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.pack.question.Answers;
import org.kith.server.programme.Programme;
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
    private static final int KEY_BYTES = 32;

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
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var id = UUID.randomUUID();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16 + KEY_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(key)
                        .array());
    }

    /// The answers of a ticket; none where it is forged, too old, or of an earlier pack.
    public Answers of(String ticket) {
        var sql = """
            select sealed from passing_answers where id = :id and expires_at > :now
            """;
        return Ticket.parse(ticket)
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
        Ticket.parse(ticket)
                .ifPresent(parsed -> jdbc.sql(sql)
                        .param("id", parsed.id())
                        .param("sealed", seal(parsed, answers))
                        .param("expires", Timestamp.from(clock.instant().plus(KEPT)))
                        .update());
    }

    public void forget(String ticket) {
        Ticket.parse(ticket)
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

    private byte[] seal(Ticket ticket, Answers answers) {
        try {
            return ticket.cipher().encrypt(json.writeValueAsBytes(answers.neutral()), ticket.idBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Answers> open(Ticket ticket, byte[] sealed) {
        try {
            var plain = ticket.cipher().decrypt(sealed, ticket.idBytes());
            var neutral = json.readValue(plain, new TypeReference<Map<String, Object>>() {});
            return Optional.of(Answers.ofNeutral(programme.current().questions(), neutral));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one call
    private record Ticket(UUID id, byte[] key) {
        static Optional<Ticket> parse(String text) {
            try {
                var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
                if (bytes.remaining() != 16 + KEY_BYTES) return Optional.empty();
                var id = new UUID(bytes.getLong(), bytes.getLong());
                var key = new byte[KEY_BYTES];
                bytes.get(key);
                return Optional.of(new Ticket(id, key));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        AesGcmJce cipher() throws GeneralSecurityException {
            return new AesGcmJce(key);
        }

        byte[] idBytes() {
            return ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
        }
    }
}
