package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is closed at short notice, and which centres' times have changed.
@Repository
public class Closures {
    private final JdbcClient jdbc;
    private final Clock clock;

    Closures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// False where the very same is closed already.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(CentreId centre, Closure closure, UUID officer) {
        hold(centre);
        var sql = """
            insert into centre_closure (id, centre, from_at, until_at, counters, made_by, made_at)
            select :id, :centre, :from, :until, :counters, :officer, :now
            where not exists (
                select 1 from centre_closure where centre = :centre and from_at = :from and until_at = :until
                  and counters is not distinct from :counters and lifted_at is null)
            """;
        return jdbc.sql(sql)
                        .param("id", closure.id())
                        .param("centre", centre.value())
                        .param("from", Appointments.utc(closure.from()))
                        .param("until", Appointments.utc(closure.until()))
                        .param("counters", closure.counters(), java.sql.Types.INTEGER)
                        .param("officer", officer)
                        .param("now", Appointments.utc(clock.instant()))
                        .update()
                == 1;
    }

    /// Of two who close at once, the second sees what the first closed.
    private void hold(CentreId centre) {
        jdbc.sql("select id from centre where id = ? for no key update")
                .param(centre.value())
                .query(UUID.class)
                .single();
    }

    Optional<Closure> find(CentreId centre, UUID id) {
        var sql = "select * from centre_closure where id = :id and centre = :centre and lifted_at is null";
        return jdbc.sql(sql)
                .param("id", id)
                .param("centre", centre.value())
                .query((row, _) -> new Closure(
                        row.getObject("id", UUID.class),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getObject("until_at", OffsetDateTime.class).toInstant(),
                        counters(row.getObject("counters"))))
                .optional();
    }

    private static @Nullable Integer counters(@Nullable Object value) {
        return (Integer) value;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean lift(CentreId centre, UUID id) {
        var sql =
                "update centre_closure set lifted_at = :now where id = :id and centre = :centre and lifted_at is null";
        return jdbc.sql(sql)
                        .param("now", Appointments.utc(clock.instant()))
                        .param("id", id)
                        .param("centre", centre.value())
                        .update()
                == 1;
    }

    /// Notes that a centre's times are no longer what they were.
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(CentreId centre) {
        var sql = """
            insert into centre_change (centre, changed_at) values (:centre, :now)
            on conflict (centre) do update set changed_at = excluded.changed_at
            """;
        jdbc.sql(sql)
                .param("centre", centre.value())
                .param("now", Appointments.utc(clock.instant()))
                .update();
    }

    List<CentreId> changed() {
        return jdbc.sql("select centre from centre_change order by changed_at")
                .query((row, _) -> new CentreId(row.getObject("centre", UUID.class)))
                .list();
    }

    /// Whoever booked while it changed may have seen the old times: it is looked at for a while.
    void settled(CentreId centre, Duration after) {
        jdbc.sql("delete from centre_change where centre = ? and changed_at < ?")
                .params(centre.value(), Appointments.utc(clock.instant().minus(after)))
                .update();
    }
}
