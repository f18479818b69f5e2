package org.kith.server.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kith.server.application.ApplicationId;
import org.kith.server.staff.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When an officer last looked at a case. It says nothing of what they saw.
@Repository
public class CaseVisits {
    /// Whoever comes back within it is still on the same visit: what was new stays new while they read.
    private static final Duration A_VISIT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseVisits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Writes down that an officer looks now.
    ///
    /// @return when they last did before this visit; nothing the first time
    public Optional<Instant> look(OfficerId officer, ApplicationId application) {
        var sql = """
            insert into case_visit (officer, application, seen_at) values (:officer, :application, :now)
            on conflict (officer, application) do update
            set before_at = case when case_visit.seen_at < :ended then case_visit.seen_at else case_visit.before_at end,
                seen_at = :now
            returning before_at
            """;
        var now = clock.instant();
        return jdbc.sql(sql)
                .param("officer", officer.value())
                .param("application", application.value())
                .param("now", Timestamp.from(now))
                .param("ended", Timestamp.from(now.minus(A_VISIT)))
                .query((row, _) ->
                        Optional.ofNullable(row.getTimestamp("before_at")).map(Timestamp::toInstant))
                .single();
    }
}
