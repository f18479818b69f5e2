package org.kith.server.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who can come to a centre at short notice.
@Repository
public class Standbys {
    private final JdbcClient jdbc;
    private final Clock clock;

    Standbys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Where somebody stands by.
    public Optional<CentreId> of(ApplicationId application) {
        return jdbc.sql("select centre from standby where application = ?")
                .param(application.value())
                .query((row, _) -> new CentreId(row.getObject("centre", UUID.class)))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void join(ApplicationId application, CentreId centre) {
        var sql = """
            insert into standby (application, centre, since, not_before) values (:application, :centre, :now, :now)
            on conflict (application) do update set centre = excluded.centre
            """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("centre", centre.value())
                .param("now", Appointments.utc(clock.instant()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean leave(ApplicationId application) {
        return jdbc.sql("delete from standby where application = ?")
                        .param(application.value())
                        .update()
                == 1;
    }

    /// Nothing is offered to them before.
    @Transactional(propagation = Propagation.MANDATORY)
    void rest(ApplicationId application, Instant until) {
        jdbc.sql("update standby set not_before = ? where application = ?")
                .params(Appointments.utc(until), application.value())
                .update();
    }

    List<CentreId> centres() {
        return jdbc.sql("select distinct centre from standby")
                .query(Standbys::centre)
                .list();
    }

    /// Those who may be asked now, by the day they filed.
    List<ApplicationId> next(CentreId centre, int most) {
        var sql = """
            select standby.application from standby join application on application.id = standby.application
            where standby.centre = :centre and standby.not_before <= :now and not exists (
                select 1 from visit_offer where visit_offer.application = standby.application and state = 'OPEN')
            order by application.filed_at, standby.since limit :most
            """;
        return jdbc.sql(sql)
                .param("centre", centre.value())
                .param("now", Appointments.utc(clock.instant()))
                .param("most", most)
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    private static CentreId centre(ResultSet row, int number) throws SQLException {
        return new CentreId(row.getObject("centre", UUID.class));
    }
}
