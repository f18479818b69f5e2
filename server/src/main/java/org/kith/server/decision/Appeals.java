package org.kith.server.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.decision.Appeal.Hearing;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The appeals. What was said in them, on paper and face to face, is sealed under the person's key.
@Repository
public class Appeals {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Appeals(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    public Optional<Appeal> find(AppealId id) {
        var sql = "select * from appeal where id = :id";
        return jdbc.sql(sql).param("id", id.value()).query(Appeals::row).optional();
    }

    /// Against a decision. There is one at most.
    public Optional<Appeal> against(DecisionId decision) {
        var sql = "select * from appeal where decision = :decision";
        return jdbc.sql(sql)
                .param("decision", decision.value())
                .query(Appeals::row)
                .optional();
    }

    /// The one that is open about something.
    public Optional<Appeal> openAbout(Subject subject) {
        var sql = """
            select appeal.* from appeal join decision on decision.id = appeal.decision
            where decision.subject_kind = :kind and decision.subject = :subject and appeal.closed_at is null
            """;
        return jdbc.sql(sql)
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .query(Appeals::row)
                .optional();
    }

    /// The one of a person's that is open.
    public Optional<Appeal> openOf(PersonId person) {
        var sql = "select * from appeal where person = :person and closed_at is null order by at limit 1";
        return jdbc.sql(sql).param("person", person.value()).query(Appeals::row).optional();
    }

    /// Those to be decided, the oldest first.
    public List<Appeal> open(ListPlace after, int most) {
        var sql = """
                select * from appeal where closed_at is null and (at, id) > (:after_time, :after)
                order by at, id limit :most
                """;
        return jdbc.sql(sql)
                .param("after_time", Timestamp.from(after.at()))
                .param("after", after.id())
                .param("most", most)
                .query(Appeals::row)
                .list();
    }

    /// What the person says is wrong.
    public Optional<String> words(Appeal appeal) {
        return sealed(appeal, "sealed").flatMap(text -> vault.openText(appeal.person(), words(appeal.id()), text));
    }

    /// What was said when they were heard, as the officer put it down.
    public Optional<String> minutes(Appeal appeal) {
        return sealed(appeal, "minutes").flatMap(text -> vault.openText(appeal.person(), minutes(appeal.id()), text));
    }

    Optional<Appeal> lock(AppealId id) {
        var sql = "select * from appeal where id = :id for update";
        return jdbc.sql(sql).param("id", id.value()).query(Appeals::row).optional();
    }

    Appeal add(Decision decision, String words, boolean hearing) {
        var id = AppealId.random();
        var sql = """
            insert into appeal (id, decision, person, at, hearing, sealed)
            values (:id, :decision, :person, :now, :hearing, :sealed)
            returning *
            """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("decision", decision.id().value())
                .param("person", decision.person().value())
                .param("now", now())
                .param("hearing", (hearing ? Hearing.WANTED : Hearing.NONE).name())
                .param("sealed", vault.sealText(decision.person(), words(id), words))
                .query(Appeals::row)
                .single();
    }

    void close(Appeal appeal, @Nullable DecisionId outcome) {
        var sql = "update appeal set closed_at = :now, outcome = :outcome where id = :id";
        jdbc.sql(sql)
                .param("now", now())
                .param("outcome", outcome == null ? null : outcome.value())
                .param("id", appeal.id().value())
                .update();
    }

    void dropHearing(Appeal appeal) {
        jdbc.sql("update appeal set hearing = 'NONE' where id = :id")
                .param("id", appeal.id().value())
                .update();
    }

    void heard(Appeal appeal, OfficerId by, String minutes) {
        var sql = """
            update appeal set hearing = 'HELD', heard_at = :now, heard_by = :by, minutes = :minutes where id = :id
            """;
        jdbc.sql(sql)
                .param("now", now())
                .param("by", by.value())
                .param("minutes", vault.sealText(appeal.person(), minutes(appeal.id()), minutes))
                .param("id", appeal.id().value())
                .update();
    }

    private Optional<byte[]> sealed(Appeal appeal, String column) {
        var sql = "select %s from appeal where id = :id and %s is not null".formatted(column, column);
        return jdbc.sql(sql)
                .param("id", appeal.id().value())
                .query(byte[].class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Context words(AppealId id) {
        return new Context("appeal.words", id.value());
    }

    private static Context minutes(AppealId id) {
        return new Context("appeal.minutes", id.value());
    }

    private static Appeal row(ResultSet row, int number) throws SQLException {
        var outcome = row.getObject("outcome", UUID.class);
        var heardBy = row.getObject("heard_by", UUID.class);
        return new Appeal(
                new AppealId(row.getObject("id", UUID.class)),
                new DecisionId(row.getObject("decision", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)),
                outcome == null ? null : new DecisionId(outcome),
                Hearing.valueOf(row.getString("hearing")),
                instant(row.getObject("heard_at", OffsetDateTime.class)),
                heardBy == null ? null : new OfficerId(heardBy));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
