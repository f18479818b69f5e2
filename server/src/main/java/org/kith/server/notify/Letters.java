package org.kith.server.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.SecretId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Mail that waits to be sent.
@Repository
class Letters {
    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A letter as it lies in the table.
    ///
    /// @param person   to whom; null if the address is in `content`
    /// @param content  address and link, kept in the vault
    /// @param language null if the person's own
    record Waiting(
            UUID id,
            Letter letter,
            @Nullable PersonId person,
            @Nullable SecretId content,
            @Nullable Locale language,
            int attempts) {}

    /// Adds a letter; one with an id that was there before is the same letter.
    void add(Waiting letter, Instant until) {
        var sql = """
                insert into outbox (id, letter, person, content, language, state, next_attempt, until, created)
                values (:id, :letter, :person, :content, :language, 'WAITING', :now, :until, :now)
                on conflict (id) do nothing
                """;
        jdbc.sql(sql)
                .param("id", letter.id())
                .param("letter", letter.letter().name())
                .param(
                        "person",
                        letter.person() == null ? null : letter.person().value())
                .param(
                        "content",
                        letter.content() == null ? null : letter.content().value())
                .param(
                        "language",
                        letter.language() == null ? null : letter.language().toLanguageTag())
                .param("now", at(clock.instant()))
                .param("until", at(until))
                .update();
    }

    /// Takes letters that are due. Until `lease` has passed nobody else takes them; if we die meanwhile, they are due
    /// again.
    List<Waiting> claim(int most, Duration lease) {
        var sql = """
                update outbox set attempts = attempts + 1, next_attempt = :lease
                where id in (select id from outbox where state = 'WAITING' and next_attempt <= :now
                             order by next_attempt limit :most for update skip locked)
                returning id, letter, person, content, language, attempts
                """;
        return jdbc.sql(sql)
                .param("now", at(clock.instant()))
                .param("lease", at(clock.instant().plus(lease)))
                .param("most", most)
                .query(Letters::waiting)
                .list();
    }

    boolean isOver(UUID id) {
        var sql = "select until <= :now from outbox where id = :id";
        return jdbc.sql(sql)
                .param("id", id)
                .param("now", at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    void postpone(UUID id, Duration wait) {
        jdbc.sql("update outbox set next_attempt = ? where id = ?")
                .params(at(clock.instant().plus(wait)), id)
                .update();
    }

    /// Notes that nothing more happens to a letter.
    ///
    /// @param state `SENT`, or `GIVEN_UP`
    void close(UUID id, String state) {
        jdbc.sql("update outbox set state = ?, content = null, closed = ? where id = ?")
                .params(state, at(clock.instant()), id)
                .update();
    }

    /// What is closed stays a while, so that the same cause brings no second mail.
    int removeClosedBefore(Instant moment) {
        return jdbc.sql("delete from outbox where closed < ?").param(at(moment)).update();
    }

    private static Waiting waiting(ResultSet row, int index) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var content = row.getObject("content", UUID.class);
        var language = row.getString("language");
        return new Waiting(
                row.getObject("id", UUID.class),
                Letter.valueOf(row.getString("letter")),
                person == null ? null : new PersonId(person),
                content == null ? null : new SecretId(content),
                language == null ? null : Locale.forLanguageTag(language),
                row.getInt("attempts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
