package org.kith.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The days that registrars took along.
@Repository
public class OfflineDays {
    /// After it, the device forgets what it holds, and nothing signed there counts.
    public static final Duration LENGTH = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    OfflineDays(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Begins one.
    ///
    /// @param visits how many are taken along
    @Transactional(propagation = Propagation.MANDATORY)
    public OfflineDay begin(Actor.Officer registrar, int visits) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var unit = Objects.requireNonNull(registrar.unit());
        var day = new OfflineDay(UUID.randomUUID(), registrar.id(), unit, now, now.plus(LENGTH));
        var sql = """
            insert into offline_day (id, officer, centre, taken_at, ends_at, visits)
            values (:id, :officer, :centre, :taken, :ends, :visits)
            """;
        jdbc.sql(sql)
                .param("id", day.id())
                .param("officer", day.officer())
                .param("centre", day.centre())
                .param("taken", utc(day.takenAt()))
                .param("ends", utc(day.endsAt()))
                .param("visits", visits)
                .update();
        return day;
    }

    Optional<OfflineDay> find(UUID id) {
        var sql = """
            select * from offline_day where id = :id
            """;
        return jdbc.sql(sql).param("id", id).query(OfflineDays::row).optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static OfflineDay row(ResultSet row, int number) throws SQLException {
        return new OfflineDay(
                row.getObject("id", UUID.class),
                row.getObject("officer", UUID.class),
                row.getObject("centre", UUID.class),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }
}
