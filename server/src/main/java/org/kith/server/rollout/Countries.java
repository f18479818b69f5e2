package org.kith.server.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.server.programme.Programme;
import org.kith.server.vault.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How open each country is: as two managers set it, else as the programme pack begins.
@Repository
public class Countries {
    private final JdbcClient jdbc;
    private final Programme programme;
    private final Clock clock;

    Countries(JdbcClient jdbc, Programme programme, Clock clock) {
        this.jdbc = jdbc;
        this.programme = programme;
        this.clock = clock;
    }

    public CountryState of(CountryCode country) {
        var sql = "select * from rollout_country where country = :country";
        return jdbc.sql(sql)
                .param("country", country.value())
                .query(Countries::row)
                .optional()
                .orElseGet(() -> fromPack(country));
    }

    /// Those that the pack lists or a manager has set; all others are as the pack says for elsewhere.
    public List<CountryState> listed() {
        var states = new TreeMap<CountryCode, CountryState>(Comparator.comparing(CountryCode::value));
        programme.current().rollout().countries().forEach(country -> {
            var code = new CountryCode(country.code());
            states.put(code, fromPack(code));
        });
        jdbc.sql("select * from rollout_country")
                .query(Countries::row)
                .list()
                .forEach(state -> states.put(state.country(), state));
        return List.copyOf(states.values());
    }

    public int takenToday(CountryCode country) {
        var sql = "select taken from rollout_day where country = :country and day = :today";
        return jdbc.sql(sql)
                .param("country", country.value())
                .param("today", today())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(CountryState state) {
        var sql = """
                insert into rollout_country (country, phase, quota, changed_at) values (:country, :phase, :quota, :now)
                on conflict (country) do update set
                    phase = excluded.phase, quota = excluded.quota, changed_at = excluded.changed_at
                """;
        jdbc.sql(sql)
                .param("country", state.country().value())
                .param("phase", state.phase().name())
                .param(
                        "quota",
                        state.quotaADay().isPresent() ? state.quotaADay().getAsInt() : null)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Takes one of today's places, if one is left. Whoever comes at the same moment waits until this is committed, and
    /// the database itself counts no further than the quota.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(CountryCode country, int quota) {
        var sql = """
                insert into rollout_day (country, day, quota, taken) values (:country, :today, :quota, 1)
                on conflict (country, day) do update set taken = rollout_day.taken + 1, quota = excluded.quota
                where rollout_day.taken < excluded.quota
                """;
        return jdbc.sql(sql)
                        .param("country", country.value())
                        .param("today", today())
                        .param("quota", quota)
                        .update()
                == 1;
    }

    private CountryState fromPack(CountryCode country) {
        var rollout = programme.current().rollout();
        var quota = rollout.countries().stream()
                .filter(each -> each.code().equals(country.value()))
                .flatMap(each -> each.quotaADay().stream())
                .mapToInt(Integer::intValue)
                .findFirst();
        return new CountryState(country, rollout.phaseIn(country.value()), quota);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static CountryState row(ResultSet row, int number) throws SQLException {
        var quota = row.getInt("quota");
        return new CountryState(
                new CountryCode(row.getString("country")),
                Phase.valueOf(row.getString("phase")),
                quota == 0 ? OptionalInt.empty() : OptionalInt.of(quota));
    }
}
