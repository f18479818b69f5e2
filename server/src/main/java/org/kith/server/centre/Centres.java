package org.kith.server.centre;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.vault.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The certification centres.
@Repository
public class Centres {
    private final JdbcClient jdbc;

    Centres(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that take visits, in the order of their towns.
    public List<Centre> open() {
        var sql = """
            select * from centre where open order by country, town, code
            """;
        return jdbc.sql(sql).query(Centres::row).list().stream()
                .map(this::whole)
                .toList();
    }

    public Optional<Centre> find(CentreId id) {
        var sql = """
            select * from centre where id = :id
            """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .query(Centres::row)
                .optional()
                .map(this::whole);
    }

    public Optional<Centre> byCode(String code) {
        var sql = """
            select * from centre where code = :code
            """;
        return jdbc.sql(sql).param("code", code).query(Centres::row).optional().map(this::whole);
    }

    /// Writes a centre with its hours over whatever stood there under its code.
    @Transactional(propagation = Propagation.MANDATORY)
    void put(Centre centre) {
        var sql = """
            insert into centre (id, code, town, country, address, finding, time_zone, languages, step_free, counters, open)
            values (:id, :code, :town, :country, :address, :finding, :zone, :languages, :step_free, :counters, :open)
            on conflict (id) do update set
                code = excluded.code, town = excluded.town, country = excluded.country, address = excluded.address,
                finding = excluded.finding, time_zone = excluded.time_zone, languages = excluded.languages,
                step_free = excluded.step_free, counters = excluded.counters, open = excluded.open
            """;
        jdbc.sql(sql)
                .param("id", centre.id().value())
                .param("code", centre.code())
                .param("town", centre.town())
                .param("country", centre.country().value())
                .param("address", centre.address())
                .param("finding", centre.finding())
                .param("zone", centre.hours().zone().getId())
                .param(
                        "languages",
                        centre.languages().stream().map(Locale::toLanguageTag).toArray(String[]::new))
                .param("step_free", centre.stepFree())
                .param("counters", centre.counters())
                .param("open", centre.open())
                .update();
        jdbc.sql("delete from centre_opening where centre = :id")
                .param("id", centre.id().value())
                .update();
        jdbc.sql("delete from centre_holiday where centre = :id")
                .param("id", centre.id().value())
                .update();
        centre.hours().weekly().forEach(opening -> add(centre.id(), opening));
        centre.hours().holidays().forEach(holiday -> add(centre.id(), holiday));
    }

    private void add(CentreId centre, Opening opening) {
        var sql = """
            insert into centre_opening (centre, weekday, opens, closes) values (:centre, :weekday, :opens, :closes)
            """;
        jdbc.sql(sql)
                .param("centre", centre.value())
                .param("weekday", opening.day().getValue())
                .param("opens", opening.opens())
                .param("closes", opening.closes())
                .update();
    }

    private void add(CentreId centre, Holiday holiday) {
        var sql = """
            insert into centre_holiday (centre, day, note) values (:centre, :day, :note)
            """;
        jdbc.sql(sql)
                .param("centre", centre.value())
                .param("day", holiday.day())
                .param("note", holiday.note())
                .update();
    }

    /// A centre with its hours. They are asked for when its own row has been read to the end: a query within a query
    /// takes a second connection while it holds the first, and many who do so at once wait for each other.
    private Centre whole(Centre centre) {
        var id = centre.id();
        return centre.with(new Hours(centre.hours().zone(), openings(id), holidays(id)));
    }

    private static Centre row(ResultSet row, int number) throws SQLException {
        return new Centre(
                new CentreId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("town"),
                new CountryCode(row.getString("country")),
                row.getString("address"),
                row.getString("finding"),
                locales(row.getArray("languages")),
                row.getBoolean("step_free"),
                row.getInt("counters"),
                row.getBoolean("open"),
                new Hours(ZoneId.of(row.getString("time_zone")), List.of(), List.of()));
    }

    private List<Opening> openings(CentreId centre) {
        var sql = """
            select weekday, opens, closes from centre_opening where centre = :centre
            """;
        return jdbc.sql(sql)
                .param("centre", centre.value())
                .query((row, number) -> new Opening(
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list();
    }

    private List<Holiday> holidays(CentreId centre) {
        var sql = """
            select day, note from centre_holiday where centre = :centre
            """;
        return jdbc.sql(sql)
                .param("centre", centre.value())
                .query((row, number) -> new Holiday(row.getObject("day", LocalDate.class), row.getString("note")))
                .list();
    }

    private static List<Locale> locales(Array tags) throws SQLException {
        return Arrays.stream((String[]) tags.getArray())
                .map(Locale::forLanguageTag)
                .toList();
    }
}
