package org.kith.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Refused tries by officer and day, so that nobody has to look for them in the journal.
@Repository
class RefusedTries {
    private final JdbcClient jdbc;

    RefusedTries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whoever tries again after their alarm was looked into raises it again.
    @Transactional(propagation = Propagation.MANDATORY)
    void count(Actor.Officer officer, Instant at) {
        var sql = """
            insert into access_alarm (officer, day, role, unit, tries, first_at, last_at)
            values (:officer, :day, :role, :unit, 1, :at, :at)
            on conflict (officer, day) do update set tries = access_alarm.tries + 1, role = excluded.role,
                unit = excluded.unit, last_at = excluded.last_at, settled_at = null
            """;
        jdbc.sql(sql)
                .param("officer", officer.id())
                .param("day", LocalDate.ofInstant(at, ZoneOffset.UTC))
                .param("role", officer.role().name())
                .param("unit", officer.unit())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The newest first.
    List<Alarm> open(int most) {
        var sql = "select * from access_alarm where settled_at is null order by last_at desc limit :most";
        return jdbc.sql(sql).param("most", most).query(RefusedTries::alarm).list();
    }

    int countOpen() {
        return jdbc.sql("select count(*) from access_alarm where settled_at is null")
                .query(Integer.class)
                .single();
    }

    /// @param tries as they were seen: whoever tried again meanwhile is not settled with them
    boolean settle(UUID officer, LocalDate day, int tries, Instant at) {
        var sql = """
            update access_alarm set settled_at = :at
            where officer = :officer and day = :day and tries = :tries and settled_at is null
            """;
        return jdbc.sql(sql)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("officer", officer)
                        .param("day", day)
                        .param("tries", tries)
                        .update()
                > 0;
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        return new Alarm(
                row.getObject("officer", UUID.class),
                row.getObject("day", LocalDate.class),
                OfficerRole.valueOf(row.getString("role")),
                row.getObject("unit", UUID.class),
                row.getInt("tries"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }
}
