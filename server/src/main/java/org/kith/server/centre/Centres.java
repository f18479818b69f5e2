package org.kith.server.centre;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.server.centre.Around.Discretion;
import org.kith.server.vault.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The certification centres.
@Repository
public class Centres {
    private final JdbcClient jdbc;
    private final CentreTimes times;
    private final Clock clock;

    Centres(JdbcClient jdbc, CentreTimes times, Clock clock) {
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
    }

    /// Those that take visits, in the order of their towns.
    public List<Centre> open() {
        var sql = """
            select * from centre where open order by country, town, code
            """;
        return times.whole(jdbc.sql(sql).query(Centres::row).list(), clock.instant());
    }

    /// All there ever were, in the order of their towns.
    public List<Centre> all() {
        var sql = """
            select * from centre order by country, town, code
            """;
        return times.whole(jdbc.sql(sql).query(Centres::row).list(), clock.instant());
    }

    public Optional<Centre> find(CentreId id) {
        var sql = """
            select * from centre where id = :id
            """;
        return whole(jdbc.sql(sql).param("id", id.value()).query(Centres::row).list());
    }

    public Optional<Centre> byCode(String code) {
        var sql = """
            select * from centre where code = :code
            """;
        return whole(jdbc.sql(sql).param("code", code).query(Centres::row).list());
    }

    /// Writes a centre with its hours over whatever stood there under its code.
    @Transactional(propagation = Propagation.MANDATORY)
    void put(Centre centre) {
        var sql = """
            insert into centre (id, code, town, country, address, finding, time_zone, languages, step_free, counters, open,
                                map, access, without)
            values (:id, :code, :town, :country, :address, :finding, :zone, :languages, :step_free, :counters, :open,
                    :map, :access, :without)
            on conflict (id) do update set
                code = excluded.code, town = excluded.town, country = excluded.country, address = excluded.address,
                finding = excluded.finding, time_zone = excluded.time_zone, languages = excluded.languages,
                step_free = excluded.step_free, counters = excluded.counters, open = excluded.open,
                map = excluded.map, access = excluded.access, without = excluded.without
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
                .param("map", centre.around().map(), java.sql.Types.VARCHAR)
                .param("access", centre.around().access())
                .param(
                        "without",
                        centre.around().without().stream()
                                .map(Enum::name)
                                .sorted()
                                .toArray(String[]::new))
                .update();
        times.put(centre);
    }

    private Optional<Centre> whole(List<Centre> bare) {
        return times.whole(bare, clock.instant()).stream().findFirst();
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
                new Hours(ZoneId.of(row.getString("time_zone")), List.of(), List.of()),
                new Around(row.getString("map"), row.getString("access"), discretions(row.getArray("without"))),
                Roster.NONE,
                List.of());
    }

    private static Set<Discretion> discretions(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(Discretion::valueOf)
                .collect(Collectors.toSet());
    }

    private static List<Locale> locales(Array tags) throws SQLException {
        return Arrays.stream((String[]) tags.getArray())
                .map(Locale::forLanguageTag)
                .toList();
    }
}
