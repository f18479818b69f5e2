package org.kith.server.centre;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who waits to be given a time at a centre, in their order: whoever was moved out of a visit, then by the day of
/// filing,
/// and by a draw among those of one day. **A place in it is an application's**: nobody can give it to somebody else.
@Repository
public class VisitQueue {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    VisitQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum State {
        WAITING,
        /// A time is held for them.
        OFFERED,
        OVER
    }

    /// What somebody asked for.
    ///
    /// @param first  before all others: they were moved out of a visit
    /// @param passed how many offers they let go by
    public record Request(
            ApplicationId application,
            CentreId centre,
            LocalDate filedOn,
            long lot,
            boolean first,
            State state,
            Instant notBefore,
            int passed,
            Set<ApplicationId> along) {}

    /// Whether times of a centre are given out, and not chosen.
    public boolean isOn(CentreId centre) {
        return jdbc.sql("select exists (select 1 from centre_queue where centre = ?)")
                .param(centre.value())
                .query(Boolean.class)
                .single();
    }

    /// The centres whose times are given out.
    public Set<CentreId> given() {
        return Set.copyOf(jdbc.sql("select centre from centre_queue")
                .query((row, _) -> new CentreId(row.getObject("centre", UUID.class)))
                .list());
    }

    /// Whoever was moved out may choose all the same; so may whoever is to be heard, for whom a time runs.
    public boolean isClosedTo(Application application, VisitKind kind, CentreId centre) {
        return kind == VisitKind.IDENTITY
                && isOn(centre)
                && of(application.id()).filter(Request::first).isEmpty();
    }

    void turn(CentreId centre, boolean on) {
        if (on) {
            jdbc.sql("insert into centre_queue (centre, since) values (?, ?) on conflict do nothing")
                    .params(centre.value(), Appointments.utc(clock.instant()))
                    .update();
        } else {
            jdbc.sql("delete from centre_queue where centre = ?")
                    .param(centre.value())
                    .update();
        }
    }

    public Optional<Request> of(ApplicationId application) {
        return jdbc.sql("select * from visit_request where application = ? and state <> 'OVER'")
                .param(application.value())
                .query(VisitQueue::row)
                .optional();
    }

    /// Takes somebody in, or lets them wait at another centre. Their day and their draw stay what they were.
    @Transactional(propagation = Propagation.MANDATORY)
    void ask(Application application, CentreId centre, boolean first, Set<ApplicationId> along) {
        var filed = Objects.requireNonNullElse(application.filedAt(), clock.instant());
        var sql = """
            insert into visit_request
                (application, centre, filed_on, lot, first, state, asked_at, not_before, along)
            values (:application, :centre, :filed, :lot, :first, 'WAITING', :now, :now, :along)
            on conflict (application) do update set
                centre = excluded.centre, along = excluded.along, first = visit_request.first or excluded.first, state = 'WAITING',
                not_before = greatest(visit_request.not_before, excluded.not_before)
            """;
        jdbc.sql(sql)
                .param("application", application.id().value())
                .param("centre", centre.value())
                .param("filed", LocalDate.ofInstant(filed, ZoneOffset.UTC))
                .param("lot", random.nextLong())
                .param("first", first)
                .param("along", along.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .param("now", Appointments.utc(clock.instant()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void become(ApplicationId application, State state, Instant notBefore, int passed) {
        var sql = """
            update visit_request set state = :state, not_before = :not_before, passed = :passed
            where application = :application
            """;
        jdbc.sql(sql)
                .param("state", state.name())
                .param("not_before", Appointments.utc(notBefore))
                .param("passed", passed)
                .param("application", application.value())
                .update();
    }

    /// They have a visit: they wait no longer, and were moved out no more.
    @Transactional(propagation = Propagation.MANDATORY)
    void served(ApplicationId application) {
        jdbc.sql("update visit_request set state = 'OVER', first = false, passed = 0 where application = ?")
                .param(application.value())
                .update();
    }

    /// The first who may be given a time now.
    Optional<Request> next(CentreId centre) {
        var sql = """
            select * from visit_request where centre = :centre and state = 'WAITING' and not_before <= :now
            order by first desc, filed_on, lot limit 1
            """;
        return jdbc.sql(sql)
                .param("centre", centre.value())
                .param("now", Appointments.utc(clock.instant()))
                .query(VisitQueue::row)
                .optional();
    }

    /// How many stand before somebody.
    public int before(Request request) {
        var sql = """
            select count(*) from visit_request where centre = :centre and state = 'WAITING'
              and (not first, filed_on, lot) < (:last, :filed, :lot)
            """;
        return jdbc.sql(sql)
                .param("centre", request.centre().value())
                .param("last", !request.first())
                .param("filed", request.filedOn())
                .param("lot", request.lot())
                .query(Integer.class)
                .single();
    }

    int waiting(CentreId centre) {
        return jdbc.sql("select count(*) from visit_request where centre = ? and state = 'WAITING'")
                .param(centre.value())
                .query(Integer.class)
                .single();
    }

    /// Where somebody waits, or times are given out.
    List<CentreId> centres() {
        var sql = """
            select centre from centre_queue
            union select id from centre where exists (
                select 1 from visit_request where visit_request.centre = centre.id and state = 'WAITING')
            """;
        return jdbc.sql(sql)
                .query((row, _) -> new CentreId(row.getObject("centre", UUID.class)))
                .list();
    }

    private static Request row(ResultSet row, int number) throws SQLException {
        return new Request(
                new ApplicationId(row.getObject("application", UUID.class)),
                new CentreId(row.getObject("centre", UUID.class)),
                row.getObject("filed_on", LocalDate.class),
                row.getLong("lot"),
                row.getBoolean("first"),
                State.valueOf(row.getString("state")),
                row.getObject("not_before", OffsetDateTime.class).toInstant(),
                row.getInt("passed"),
                Offers.along(row));
    }
}
