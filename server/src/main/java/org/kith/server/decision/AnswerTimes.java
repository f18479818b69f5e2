package org.kith.server.decision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whose time to answer runs, and when to look at it next. Whoever changes a row holds its decision.
@Repository
class AnswerTimes {
    private final JdbcClient jdbc;

    AnswerTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param warned    how often the person was told
    record Running(DecisionId decision, int warned, Instant nextAt) {}

    void begin(Decision decision, Instant now) {
        var sql = """
            insert into answer_time (decision, next_at) values (:decision, :now)
            on conflict (decision) do update set warned = 0, next_at = excluded.next_at
            """;
        jdbc.sql(sql)
                .param("decision", decision.id().value())
                .param("now", utc(now))
                .update();
    }

    void end(DecisionId decision) {
        jdbc.sql("delete from answer_time where decision = :decision")
                .param("decision", decision.value())
                .update();
    }

    void endOf(ApplicationId application) {
        var sql = """
            delete from answer_time using decision
            where answer_time.decision = decision.id
              and decision.subject_kind = 'APPLICATION' and decision.subject = :application
            """;
        jdbc.sql(sql).param("application", application.value()).update();
    }

    /// Those to look at now, the longest due first.
    List<DecisionId> dueAt(Instant now, int most) {
        var sql = """
            select decision from answer_time where next_at <= :now order by next_at limit :most
            """;
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> new DecisionId(row.getObject("decision", UUID.class)))
                .list();
    }

    Optional<Running> of(DecisionId decision) {
        var sql = "select * from answer_time where decision = :decision";
        return jdbc.sql(sql)
                .param("decision", decision.value())
                .query((row, number) -> new Running(
                        decision,
                        row.getInt("warned"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void put(Running running) {
        var sql = """
            update answer_time set warned = :warned, next_at = :next_at
            where decision = :decision
            """;
        jdbc.sql(sql)
                .param("warned", running.warned())
                .param("next_at", utc(running.nextAt()))
                .param("decision", running.decision().value())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
