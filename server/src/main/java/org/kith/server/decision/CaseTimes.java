package org.kith.server.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When to look at a case's time again. Whoever changes a row holds its application.
@Repository
class CaseTimes {
    private final JdbcClient jdbc;

    CaseTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How the time of a case stands.
    ///
    /// @param nextAt    when to look at it; null where nothing more is to be done about it
    /// @param escalated since when its end is near; null while it is not
    /// @param late      since when its person knows that it is over; null as long as they were not told
    record Time(
            @Nullable Instant nextAt,
            @Nullable Instant escalated,
            @Nullable Instant late) {}

    /// Those to look at now, the longest due first.
    List<ApplicationId> dueAt(Instant now, int most) {
        var sql = """
                select application from casework where open and next_at <= :now order by next_at limit :most
                """;
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    Optional<Time> of(ApplicationId application) {
        var sql = """
                select next_at, escalated_at, late_at from casework where application = :application and open
                """;
        return jdbc.sql(sql)
                .param("application", application.value())
                .query((row, number) ->
                        new Time(instant(row, "next_at"), instant(row, "escalated_at"), instant(row, "late_at")))
                .optional();
    }

    void put(ApplicationId application, Time time) {
        var sql = """
                update casework set next_at = :next, escalated_at = :escalated, late_at = :late
                where application = :application
                """;
        jdbc.sql(sql)
                .param("next", utc(time.nextAt()))
                .param("escalated", utc(time.escalated()))
                .param("late", utc(time.late()))
                .param("application", application.value())
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
