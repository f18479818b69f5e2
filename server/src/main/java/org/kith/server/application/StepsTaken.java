package org.kith.server.application;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When an application reached which stage.
@Repository
public class StepsTaken {
    private final JdbcClient jdbc;
    private final Clock clock;

    StepsTaken(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A stage and the moment it was reached.
    public record Reached(Stage stage, Instant at) {}

    /// The way of an application so far, in its order.
    public record Way(List<Reached> stages) {
        public Way {
            stages = List.copyOf(stages);
        }

        public Optional<Instant> first(Stage stage) {
            return stages.stream()
                    .filter(reached -> reached.stage() == stage)
                    .map(Reached::at)
                    .findFirst();
        }
    }

    public Way of(ApplicationId application) {
        var sql = """
            select stage, at from application_step where application = :application order by number
            """;
        return new Way(jdbc.sql(sql)
                .param("application", application.value())
                .query((row, number) -> new Reached(
                        Stage.valueOf(row.getString("stage")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
    }

    void reached(Application moved) {
        var sql = """
            insert into application_step (application, number, stage, at) values (:application, :number, :stage, :now)
            """;
        jdbc.sql(sql)
                .param("application", moved.id().value())
                .param("number", moved.revision())
                .param("stage", moved.stage().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
