package org.kith.server.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Times held at counters. **That no two overlap and none is beyond the counters is kept by the tables themselves**:
/// their
/// keys and checks stand in the migration.
@Repository
class Appointments {
    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds a time at the lowest counter that is free all along; nothing where there is none. Whoever asks for one
    /// that
    /// touches it waits for the end of this transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Appointment> take(Centre centre, Instant start, Duration length) {
        if (centre.seats(start, length) == 0) return Optional.empty();
        var capacities = hold(centre, start, length);
        var taken = occupancy(List.of(centre.id()), Hours.unit(start), start.plus(length))
                .getOrDefault(centre.id(), Occupancy.NONE);
        var place = taken.place(centre, start, length);
        if (place.isEmpty()) return Optional.empty();

        capacities.forEach((unit, capacity) -> {
            // Whoever is booked at a counter that is no longer there keeps it.
            var fitting = Math.max(centre.seatsAt(unit), taken.highest(unit));
            if (fitting != capacity) fit(centre.id(), unit, fitting);
        });
        return Optional.of(add(centre.id(), start, length, place.getAsInt()));
    }

    /// In the order of time, so that of two who hold several neither waits for the other for ever.
    private Map<Instant, Integer> hold(Centre centre, Instant start, Duration length) {
        var units = Hours.units(start, length);
        var first = """
            insert into slot (centre, starts_at, capacity)
            select :centre, five.at, five.seats from unnest(:units::timestamptz[], :seats::int[]) as five (at, seats)
            order by five.at on conflict do nothing
            """;
        jdbc.sql(first)
                .param("centre", centre.id().value())
                .param("units", units.stream().map(Instant::toString).toArray(String[]::new))
                .param("seats", units.stream().map(centre::seatsAt).toArray(Integer[]::new))
                .update();
        var hold = """
            select starts_at, capacity from slot where centre = :centre and starts_at between :first and :last
            order by starts_at for update
            """;
        var held = new HashMap<Instant, Integer>();
        jdbc.sql(hold)
                .param("centre", centre.id().value())
                .param("first", utc(units.getFirst()))
                .param("last", utc(units.getLast()))
                .query(row -> {
                    held.put(at(row), row.getInt("capacity"));
                });
        return held;
    }

    private void fit(CentreId centre, Instant unit, int capacity) {
        jdbc.sql("update slot set capacity = ? where centre = ? and starts_at = ?")
                .params(capacity, centre.value(), utc(unit))
                .update();
    }

    private Appointment add(CentreId centre, Instant start, Duration length, int place) {
        var appointment = new Appointment(AppointmentId.random(), centre, start, length, place);
        var sql = """
            insert into appointment (id, centre, starts_at, minutes, place) values (:id, :centre, :start, :minutes, :place)
            """;
        jdbc.sql(sql)
                .param("id", appointment.id().value())
                .param("centre", centre.value())
                .param("start", utc(start))
                .param("minutes", length.toMinutes())
                .param("place", place)
                .update();
        return appointment;
    }

    Optional<Appointment> find(AppointmentId id) {
        return jdbc.sql("select * from appointment where id = ?")
                .param(id.value())
                .query(Appointments::row)
                .optional();
    }

    /// From then on its counter is free: whoever had it has gone, or did not come.
    @Transactional(propagation = Propagation.MANDATORY)
    void end(AppointmentId id, Instant now) {
        jdbc.sql("delete from counter_unit where appointment = ? and starts_at >= ?")
                .params(id.value(), utc(now))
                .update();
    }

    /// Gives up a time that nobody was given.
    @Transactional(propagation = Propagation.MANDATORY)
    void drop(AppointmentId id) {
        jdbc.sql("delete from appointment where id = ?").param(id.value()).update();
    }

    /// Which counters are taken from one moment to another. Centres where nobody is booked are not in it.
    Map<CentreId, Occupancy> occupancy(Collection<CentreId> centres, Instant from, Instant to) {
        var sql = """
            select centre, starts_at, place from counter_unit
            where centre = any(:centres) and starts_at >= :from and starts_at < :to
            """;
        var taken = new HashMap<CentreId, Occupancy>();
        jdbc.sql(sql)
                .param("centres", centres.stream().map(CentreId::value).toArray(UUID[]::new))
                .param("from", utc(from))
                .param("to", utc(to))
                .query(row -> {
                    var centre = new CentreId(row.getObject("centre", UUID.class));
                    taken.computeIfAbsent(centre, _ -> new Occupancy()).take(at(row), row.getInt("place"));
                });
        return taken;
    }

    /// In how many units somebody is at a counter, counter by counter.
    int units(CentreId centre, Instant from, Instant to) {
        return jdbc.sql("select count(*) from counter_unit where centre = ? and starts_at >= ? and starts_at < ?")
                .params(centre.value(), utc(from), utc(to))
                .query(Integer.class)
                .single();
    }

    /// One node at a time gives out what a centre has; false where another does.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean holdCounters(CentreId centre) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 20))")
                .param("give out " + centre)
                .query(Boolean.class)
                .single();
    }

    /// Nobody asks who stood at a counter the day before yesterday: visits stay, their units go.
    int tidy(Instant before) {
        var sql = """
            delete from counter_unit where (centre, starts_at, place) in (
                select unit.centre, unit.starts_at, unit.place from centre
                cross join lateral (
                    select * from counter_unit where counter_unit.centre = centre.id and starts_at < :before
                    order by starts_at limit 500) unit)
            """;
        return jdbc.sql(sql).param("before", utc(before)).update();
    }

    private static Appointment row(ResultSet row, int number) throws SQLException {
        return new Appointment(
                new AppointmentId(row.getObject("id", UUID.class)),
                new CentreId(row.getObject("centre", UUID.class)),
                at(row),
                Duration.ofMinutes(row.getInt("minutes")),
                row.getInt("place"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("starts_at", OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
