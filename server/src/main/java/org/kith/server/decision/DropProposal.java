package org.kith.server.decision;

import java.sql.Timestamp;
import java.time.Clock;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.ApplicationWithdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Takes what its person withdrew off the officers' desks: nothing waits for a second signature, nobody works on it.
@Component
class DropProposal {
    private final JdbcClient jdbc;
    private final AnswerTimes times;
    private final Clock clock;

    DropProposal(JdbcClient jdbc, AnswerTimes times, Clock clock) {
        this.jdbc = jdbc;
        this.times = times;
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
        times.endOf(new ApplicationId(withdrawn.applicationId()));
        jdbc.sql("delete from casework where application = :application")
                .param("application", withdrawn.applicationId())
                .update();
    }
}
