package org.kith.server.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kith.server.vault.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long each part of the way took those who finished it in the last thirty days. **Of fewer than ten we say that we
/// do not know.**
@Repository
public class WaitingTimes {
    static final int DAYS = 30;
    static final int LEAST = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What it took.
    ///
    /// @param half    whole days within which half of them were through
    /// @param nine    whole days within which nine of ten were
    /// @param country whether all of them live in the country that was asked for
    public record Waited(int cases, int half, int nine, boolean country) {}

    /// Of the country where ten or more are from there, else of all; nothing where those are too few, or the figures
    /// were not made lately.
    public Optional<Waited> of(Leg leg, CountryCode country) {
        var sql = """
            select waiting_time.* from waiting_time, waiting_round
            where leg = :leg and country in (:country, '***') and next >= :lately
            order by country = '***' limit 1
            """;
        return jdbc.sql(sql)
                .param("leg", leg.name())
                .param("country", country.value())
                .param(
                        "lately",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2))
                .query((row, number) -> new Waited(
                        row.getInt("cases"),
                        row.getInt("half"),
                        row.getInt("nine"),
                        !row.getString("country").equals("***")))
                .optional();
    }
}
