package org.kith.server.centre;

import java.util.Optional;
import org.kith.server.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// For what an applicant chose to come, of several things.
@Repository
class VisitWishes {
    private final JdbcClient jdbc;

    VisitWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<VisitKind> of(ApplicationId application) {
        return jdbc.sql("select kind from visit_wish where application = :application")
                .param("application", application.value())
                .query((row, number) -> VisitKind.valueOf(row.getString("kind")))
                .optional();
    }

    void put(ApplicationId application, VisitKind kind) {
        var sql = """
            insert into visit_wish (application, kind) values (:application, :kind)
            on conflict (application) do update set kind = excluded.kind
            """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("kind", kind.name())
                .update();
    }
}
