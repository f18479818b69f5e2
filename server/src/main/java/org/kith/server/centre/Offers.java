package org.kith.server.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.server.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The times held for somebody until they answer. One at most is open for each application: the table keeps that.
@Repository
public class Offers {
    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Offer> openOf(ApplicationId application) {
        return jdbc.sql("select * from visit_offer where application = ? and state = 'OPEN'")
                .param(application.value())
                .query(Offers::row)
                .optional();
    }

    public Optional<Offer> find(OfferId id) {
        return jdbc.sql("select * from visit_offer where id = ?")
                .param(id.value())
                .query(Offers::row)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Offer offer, Instant now) {
        var sql = """
            insert into visit_offer
                (id, application, appointment, centre, starts_at, minutes, kind, cause, made_at, until, state, along)
            values (:id, :application, :appointment, :centre, :start, :minutes, :kind, :cause, :now, :until, 'OPEN', :along)
            """;
        jdbc.sql(sql)
                .param("id", offer.id().value())
                .param("application", offer.application().value())
                .param("appointment", offer.appointment().value())
                .param("centre", offer.centre().value())
                .param("start", Appointments.utc(offer.startsAt()))
                .param("minutes", offer.length().toMinutes())
                .param("kind", offer.kind().name())
                .param("cause", offer.cause().name())
                .param("now", Appointments.utc(now))
                .param("until", Appointments.utc(offer.until()))
                .param("along", offer.along().stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }

    /// Whoever accepts has booked before: a time that nobody has is free at once.
    @Transactional(propagation = Propagation.MANDATORY)
    void become(OfferId id, Offer.State state) {
        jdbc.sql("update visit_offer set state = ? where id = ? and state = 'OPEN'")
                .params(state.name(), id.value())
                .update();
    }

    /// Those that are held no longer, the longest over first.
    List<Offer> over(Instant now, int most) {
        return jdbc.sql("select * from visit_offer where state = 'OPEN' and until <= ? order by until limit ?")
                .params(Appointments.utc(now), most)
                .query(Offers::row)
                .list();
    }

    /// Those that are open at a centre from a moment on.
    List<Offer> openAt(CentreId centre, Instant from) {
        return jdbc.sql("select * from visit_offer where state = 'OPEN' and centre = ? and starts_at > ?")
                .params(centre.value(), Appointments.utc(from))
                .query(Offers::row)
                .list();
    }

    /// How many were given by turn since then.
    int given(CentreId centre, Instant since) {
        return jdbc.sql("select count(*) from visit_offer where centre = ? and made_at > ? and cause = 'QUEUE'")
                .params(centre.value(), Appointments.utc(since))
                .query(Integer.class)
                .single();
    }

    static Set<ApplicationId> along(ResultSet row) throws SQLException {
        return Stream.of((UUID[]) row.getArray("along").getArray())
                .map(ApplicationId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Offer row(ResultSet row, int number) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                new AppointmentId(row.getObject("appointment", UUID.class)),
                new CentreId(row.getObject("centre", UUID.class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                Duration.ofMinutes(row.getInt("minutes")),
                VisitKind.valueOf(row.getString("kind")),
                Offer.Cause.valueOf(row.getString("cause")),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                Offer.State.valueOf(row.getString("state")),
                along(row));
    }
}
