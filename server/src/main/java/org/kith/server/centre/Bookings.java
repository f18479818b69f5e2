package org.kith.server.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    /// The lowest place that nobody holds, kept for this transaction: whoever asks for the same time waits for it.
    @Transactional(propagation = Propagation.MANDATORY)
    OptionalInt freePlace(Centre centre, Instant start) {
        var first = """
            insert into slot (centre, starts_at, capacity) values (:centre, :start, :counters)
            on conflict (centre, starts_at) do nothing
            """;
        jdbc.sql(first)
                .param("centre", centre.id().value())
                .param("start", utc(start))
                .param("counters", centre.counters())
                .update();
        var hold = """
            select capacity from slot where centre = :centre and starts_at = :start for update
            """;
        var capacity = jdbc.sql(hold)
                .param("centre", centre.id().value())
                .param("start", utc(start))
                .query(Integer.class)
                .single();
        var free = """
            select place from generate_series(1, :capacity) place
            where not exists (
                select 1 from booking taken
                where taken.centre = :centre and taken.starts_at = :start and taken.place = place.place
                  and taken.state <> 'CANCELLED')
            order by place limit 1
            """;
        return jdbc
                .sql(free)
                .param("capacity", capacity)
                .param("centre", centre.id().value())
                .param("start", utc(start))
                .query(Integer.class)
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    Booking add(ApplicationId application, CentreId centre, Instant start, int place, Instant now) {
        var sql = """
            insert into booking (id, application, centre, starts_at, capacity, place, state, booked_at)
            select :id, :application, centre, starts_at, capacity, :place, 'BOOKED', :now
            from slot where centre = :centre and starts_at = :start
            returning *
            """;
        return jdbc.sql(sql)
                .param("id", UUID.randomUUID())
                .param("application", application.value())
                .param("centre", centre.value())
                .param("start", utc(start))
                .param("place", place)
                .param("now", utc(now))
                .query(Bookings::row)
                .single();
    }

    void become(BookingId id, BookingState state) {
        jdbc.sql("update booking set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void arrive(BookingId id, Instant now) {
        jdbc.sql("update booking set state = 'ARRIVED', arrived_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /// Gives the times that were booked at least once as many places as the centre now has counters, except where
    /// somebody holds a place beyond them.
    void refit(Centre centre, Instant from) {
        var sql = """
            update slot set capacity = :counters
            where centre = :centre and starts_at > :from and capacity <> :counters and not exists (
                select 1 from booking held
                where held.centre = slot.centre and held.starts_at = slot.starts_at
                  and held.state <> 'CANCELLED' and held.place > :counters)
            """;
        jdbc.sql(sql)
                .param("counters", centre.counters())
                .param("centre", centre.id().value())
                .param("from", utc(from))
                .update();
    }

    /// How many places of each time are taken, and how many there are; times nobody booked are not in it.
    ///
    /// Each table is read once and not joined: what is to come lies beyond the planner's statistics,
    /// and a join planned for one row counted all bookings anew for every time.
    Map<Instant, Filling> fillings(CentreId centre, Instant from, Instant to) {
        var sql = """
            select starts_at, max(capacity) as capacity, count(place) as taken
            from (
                select starts_at, capacity, null::int as place from slot
                where centre = :centre and starts_at >= :from and starts_at < :to
                union all
                select starts_at, capacity, place from booking
                where centre = :centre and starts_at >= :from and starts_at < :to and state <> 'CANCELLED') either
            group by starts_at
            """;
        var fillings = new HashMap<Instant, Filling>();
        jdbc.sql(sql)
                .param("centre", centre.value())
                .param("from", utc(from))
                .param("to", utc(to))
                .query(row -> {
                    fillings.put(
                            row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                            new Filling(row.getInt("capacity"), row.getInt("taken")));
                });
        return fillings;
    }

    record Filling(int capacity, int taken) {
        int free() {
            return Math.max(0, capacity - taken);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Booking row(ResultSet row, int number) throws SQLException {
        var arrived = row.getObject("arrived_at", OffsetDateTime.class);
        return new Booking(
                new BookingId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                new CentreId(row.getObject("centre", UUID.class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getInt("place"),
                BookingState.valueOf(row.getString("state")),
                arrived == null ? null : arrived.toInstant());
    }
}
