package org.kith.server.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.kith.server.staff.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who has taken up which application.
@Repository
public class Casework {
    private final JdbcClient jdbc;
    private final Clock clock;

    Casework(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<OfficerId> holder(ApplicationId application) {
        var sql = "select officer from casework where application = :application";
        return jdbc.sql(sql)
                .param("application", application.value())
                .query(UUID.class)
                .optional()
                .map(OfficerId::new);
    }

    void take(ApplicationId application, OfficerId officer) {
        var sql = """
                insert into casework (application, officer, since) values (:application, :officer, :now)
                on conflict (application) do update set officer = excluded.officer, since = excluded.since
                """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("officer", officer.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
