package org.kith.server.decision;

import java.sql.Timestamp;
import java.time.Clock;
import org.kith.server.application.ApplicationWithdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Takes what its person withdrew off the officers' desks: nothing waits for a second signature, nobody works on it.
@Component
class DropProposal {
    private final JdbcClient jdbc;
    private final Clock clock;

    DropProposal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ApplicationWithdrawn withdrawn) {
        var sql = """
                update decision set state = 'RETURNED', settled_at = :now
                where subject_kind = 'APPLICATION' and subject = :application and state = 'PROPOSED'
                """;
        jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("application", withdrawn.applicationId())
                .update();
        jdbc.sql("delete from casework where application = :application")
                .param("application", withdrawn.applicationId())
                .update();
    }
}
