package org.kith.server.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The booked visits. That two people never hold one place is kept by the table itself: its indexes and checks stand in
/// the migration.
@Repository
public class Bookings {
    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Booking> find(BookingId id) {
        var sql = """
            select * from booking where id = :id
            """;
        return jdbc.sql(sql).param("id", id.value()).query(Bookings::row).optional();
    }

    /// The visit an applicant has before them. There is one at most.
    public Optional<Booking> openOf(ApplicationId application) {
        var sql = """
            select * from booking where application = :application and state in ('BOOKED', 'ARRIVED')
            """;
        return jdbc.sql(sql)
                .param("application", application.value())
                .query(Bookings::row)
                .optional();
    }

    /// The last visit that took place.
    public Optional<Booking> lastSeenOf(ApplicationId application) {
        var sql = """
            select * from booking where application = :application and state = 'SEEN' order by starts_at desc limit 1
            """;
        return jdbc.sql(sql)
                .param("application", application.value())
                .query(Bookings::row)
                .optional();
    }

    /// The visits of a centre from one moment to another, those cancelled left out.
    public List<Booking> between(CentreId centre, Instant from, Instant to) {
        var sql = """
            select * from booking
            where centre = :centre and starts_at >= :from and starts_at < :to and state <> 'CANCELLED'
            order by starts_at, place
            """;
        return jdbc.sql(sql)
                .param("centre", centre.value())
                .param("from", utc(from))
                .param("to", utc(to))
                .query(Bookings::row)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Booking lock(BookingId id) {
        var sql = """
            select * from booking where id = :id for update
            """;
        return jdbc.sql(sql).param("id", id.value()).query(Bookings::row).single();
    }

    /// Those who come together, in the order they were booked; whoever gave up is not among them.
    public List<Booking> together(AppointmentId appointment) {
        var sql = """
            select * from booking where appointment = :appointment and state <> 'CANCELLED'
            order by lead desc, booked_at, id
            """;
        return jdbc.sql(sql)
                .param("appointment", appointment.value())
                .query(Bookings::row)
                .list();
    }

    /// How often an applicant has booked, and whether the last of it was given up.
    Optional<Booking> lastOf(ApplicationId application) {
        var sql = """
            select * from booking where application = :application order by booked_at desc, id limit 1
            """;
        return jdbc.sql(sql)
                .param("application", application.value())
                .query(Bookings::row)
                .optional();
    }

    int countOf(ApplicationId application) {
        return jdbc.sql("select count(*) from booking where application = ?")
                .param(application.value())
                .query(Integer.class)
                .single();
    }

    /// @param lead whether they speak for those who come along
    @Transactional(propagation = Propagation.MANDATORY)
    Booking add(ApplicationId application, VisitKind kind, Appointment appointment, boolean lead, Instant now) {
        var sql = """
            insert into booking (id, application, kind, centre, starts_at, capacity, place, state, booked_at,
                                 appointment, minutes, lead)
            select :id, :application, :kind, centre, starts_at, capacity, :place, 'BOOKED', :now,
                   :appointment, :minutes, :lead
            from slot where centre = :centre and starts_at = :start
            returning *
            """;
        return jdbc.sql(sql)
                .param("id", UUID.randomUUID())
                .param("application", application.value())
                .param("kind", kind.name())
                .param("centre", appointment.centre().value())
                .param("start", utc(appointment.startsAt()))
                .param("place", appointment.place())
                .param("appointment", appointment.id().value())
                .param("minutes", appointment.length().toMinutes())
                .param("lead", lead)
                .param("now", utc(now))
                .query(Bookings::row)
                .single();
    }

    /// Visits that begin until then and of which nobody was reminded so often; those that others look at are left out.
    @Transactional(propagation = Propagation.MANDATORY)
    List<Booking> toRemind(Instant now, Instant until, int step, int most) {
        var sql = """
            select * from booking
            where state = 'BOOKED' and starts_at > :now and starts_at <= :until and reminded < :step
            order by starts_at limit :most for update skip locked
            """;
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("until", utc(until))
                .param("step", step)
                .param("most", most)
                .query(Bookings::row)
                .list();
    }

    void reminded(BookingId id, int step) {
        jdbc.sql("update booking set reminded = ? where id = ?")
                .params(step, id.value())
                .update();
    }

    Instant bookedAt(BookingId id) {
        return jdbc.sql("select booked_at from booking where id = ?")
                .param(id.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void become(BookingId id, BookingState state) {
        jdbc.sql("update booking set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void open(BookingId id, Instant now) {
        jdbc.sql("update booking set opened_at = :now where id = :id and opened_at is null")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    void end(BookingId id, Instant now) {
        jdbc.sql("update booking set ended_at = :now where id = :id and ended_at is null")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    void arrive(BookingId id, Instant now) {
        jdbc.sql("update booking set state = 'ARRIVED', arrived_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Booking row(ResultSet row, int number) throws SQLException {
        var arrived = row.getObject("arrived_at", OffsetDateTime.class);
        var appointment = row.getObject("appointment", UUID.class);
        return new Booking(
                new BookingId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                new CentreId(row.getObject("centre", UUID.class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getInt("place"),
                VisitKind.valueOf(row.getString("kind")),
                BookingState.valueOf(row.getString("state")),
                arrived == null ? null : arrived.toInstant(),
                appointment == null ? null : new AppointmentId(appointment),
                Duration.ofMinutes(row.getInt("minutes")),
                row.getBoolean("lead"));
    }
}
