package org.kith.server.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.centre.Roster.Shift;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When centres are open and who is there, for many centres in a few questions.
@Repository
class CentreTimes {
    private final JdbcClient jdbc;

    CentreTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The centres with their hours, rosters and closures. They are asked for when the centres' own rows have been read
    /// to the end: a query within a query takes a second connection while it holds the first.
    ///
    /// @param now closures that ended before are left out
    List<Centre> whole(List<Centre> bare, Instant now) {
        var ids = bare.stream().map(centre -> centre.id().value()).toArray(UUID[]::new);
        if (ids.length == 0) return List.of();

        var openings = openings(ids, now);
        var holidays = holidays(ids, now);
        var weekly = weekly(ids);
        var days = days(ids);
        var closures = closures(ids, now);
        return bare.stream()
                .map(centre -> centre.with(
                        new Hours(
                                centre.hours().zone(),
                                openings.getOrDefault(centre.id(), List.of()),
                                holidays.getOrDefault(centre.id(), List.of())),
                        new Roster(
                                weekly.getOrDefault(centre.id(), Map.of()), days.getOrDefault(centre.id(), Map.of())),
                        closures.getOrDefault(centre.id(), List.of())))
                .toList();
    }

    private Map<CentreId, List<Opening>> openings(UUID[] ids, Instant now) {
        return each(
                "select centre, weekday, opens, closes from centre_opening where centre = any(:ids)",
                ids,
                now,
                row -> new Opening(
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)));
    }

    private Map<CentreId, List<Holiday>> holidays(UUID[] ids, Instant now) {
        return each(
                "select centre, day, note from centre_holiday where centre = any(:ids) order by day",
                ids,
                now,
                row -> new Holiday(row.getObject("day", LocalDate.class), row.getString("note")));
    }

    private Map<CentreId, Map<DayOfWeek, List<Shift>>> weekly(UUID[] ids) {
        var shifts = new HashMap<CentreId, Map<DayOfWeek, List<Shift>>>();
        jdbc.sql("select * from centre_shift where centre = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    shifts.computeIfAbsent(centre(row), _ -> new HashMap<>())
                            .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), _ -> new ArrayList<>())
                            .add(shift(row));
                });
        return shifts;
    }

    private Map<CentreId, Map<LocalDate, List<Shift>>> days(UUID[] ids) {
        var shifts = new HashMap<CentreId, Map<LocalDate, List<Shift>>>();
        jdbc.sql("select * from centre_shift_day where centre = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    var day = shifts.computeIfAbsent(centre(row), _ -> new HashMap<>())
                            .computeIfAbsent(row.getObject("day", LocalDate.class), _ -> new ArrayList<>());
                    if (row.getObject("begins") != null) day.add(shift(row));
                });
        return shifts;
    }

    private Map<CentreId, List<Closure>> closures(UUID[] ids, Instant now) {
        var sql = """
            select * from centre_closure where centre = any(:ids) and lifted_at is null and until_at > :now
            order by from_at, id
            """;
        return each(
                sql,
                ids,
                now,
                row -> new Closure(
                        row.getObject("id", UUID.class),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getObject("until_at", OffsetDateTime.class).toInstant(),
                        (Integer) row.getObject("counters")));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<CentreId, List<T>> each(String sql, UUID[] ids, Instant now, Reading<T> reading) {
        var found = new HashMap<CentreId, List<T>>();
        jdbc.sql(sql)
                .param("ids", ids)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    found.computeIfAbsent(centre(row), _ -> new ArrayList<>()).add(reading.read(row));
                });
        return found;
    }

    private static CentreId centre(ResultSet row) throws SQLException {
        return new CentreId(row.getObject("centre", UUID.class));
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                row.getObject("begins", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                row.getInt("officers"));
    }

    /// Writes hours and roster over whatever stood there.
    void put(Centre centre) {
        var id = centre.id().value();
        for (var table : List.of("centre_opening", "centre_holiday", "centre_shift", "centre_shift_day")) {
            jdbc.sql("delete from " + table + " where centre = :centre")
                    .param("centre", id)
                    .update();
        }
        for (var each : centre.hours().weekly()) {
            jdbc.sql("insert into centre_opening (centre, weekday, opens, closes) values (?, ?, ?, ?)")
                    .params(id, each.day().getValue(), each.opens(), each.closes())
                    .update();
        }
        for (var each : centre.hours().holidays()) {
            jdbc.sql("insert into centre_holiday (centre, day, note) values (?, ?, ?)")
                    .params(id, each.day(), each.note())
                    .update();
        }
        centre.roster()
                .weekly()
                .forEach((day, shifts) -> shifts.forEach(each -> jdbc.sql(
                                "insert into centre_shift (centre, weekday, begins, ends, officers) values (?, ?, ?, ?, ?)")
                        .params(id, day.getValue(), each.begins(), each.ends(), each.officers())
                        .update()));
        centre.roster().days().forEach((day, shifts) -> put(id, day, shifts));
    }

    private void put(UUID centre, LocalDate day, Collection<Shift> shifts) {
        if (shifts.isEmpty()) put(centre, day, null, null, null);
        for (var each : shifts) put(centre, day, each.begins(), each.ends(), each.officers());
    }

    private void put(
            UUID centre,
            LocalDate day,
            @Nullable LocalTime begins,
            @Nullable LocalTime ends,
            @Nullable Integer officers) {
        var sql = """
            insert into centre_shift_day (centre, day, begins, ends, officers)
            values (:centre, :day, :begins, :ends, :officers)
            """;
        jdbc.sql(sql)
                .param("centre", centre)
                .param("day", day)
                .param("begins", begins, java.sql.Types.TIME)
                .param("ends", ends, java.sql.Types.TIME)
                .param("officers", officers, java.sql.Types.INTEGER)
                .update();
    }
}
