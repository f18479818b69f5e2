package org.kith.server.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Stage;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// In whose hands each case is. Whoever changes a row holds its application.
@Repository
public class Casework {
    private final JdbcClient jdbc;
    private final Clock clock;

    Casework(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A case as it lies.
    ///
    /// @param holder    who has taken it up; null where it waits for anybody
    /// @param language  in which its person reads letters
    /// @param registrar who confirmed the identity
    /// @param unit      where that was
    /// @param touched   when its holder last did or opened anything
    public record Held(
            ApplicationId application,
            Stage stage,
            @Nullable OfficerId holder,
            String language,
            @Nullable OfficerId registrar,
            @Nullable UnitId unit,
            @Nullable Instant touched) {
        /// Whether it is for an officer to go on with it, and not for its person.
        public boolean isForOffice() {
            return stage == Stage.IDENTITY_CONFIRMED || stage == Stage.UNDER_REVIEW;
        }
    }

    public Optional<Held> of(ApplicationId application) {
        var sql = "select * from casework where application = :application";
        return jdbc.sql(sql)
                .param("application", application.value())
                .query(Casework::row)
                .optional();
    }

    public Optional<OfficerId> holder(ApplicationId application) {
        return of(application).map(Held::holder);
    }

    /// Its holder has it open: nobody takes it over as one that lies untouched. Written once an hour at most.
    @Transactional
    public void touch(ApplicationId application, OfficerId officer) {
        var sql = """
                update casework set touched_at = :now
                where application = :application and officer = :officer and open and touched_at < :hour
                """;
        jdbc.sql(sql)
                .param("now", now())
                .param("hour", now().minusHours(1))
                .param("application", application.value())
                .param("officer", officer.value())
                .update();
    }

    /// Its person was seen: from now on it waits for an officer.
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(Application application, String language, @Nullable OfficerId registrar, @Nullable UnitId unit) {
        var sql = """
                insert into casework (application, stage, filed_at, language, registrar, unit, next_at)
                select id, stage, filed_at, :language, :registrar, :unit, :now from application where id = :application
                on conflict (application) do update set stage = excluded.stage, open = true,
                    language = excluded.language, registrar = excluded.registrar, unit = excluded.unit
                """;
        jdbc.sql(sql)
                .param("application", application.id().value())
                .param("language", language)
                .param("now", now())
                .param("registrar", registrar == null ? null : registrar.value())
                .param("unit", unit == null ? null : unit.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ApplicationId application, Stage stage) {
        var sql = """
                update casework set stage = :stage, open = :open, touched_at = :now,
                    next_at = case when late_at is null then :now end
                where application = :application
                """;
        jdbc.sql(sql)
                .param("stage", stage.name())
                .param("open", !stage.isClosed())
                .param("now", now())
                .param("application", application.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void take(ApplicationId application, OfficerId officer) {
        var sql = """
                insert into casework (application, officer, since, touched_at, stage, filed_at, next_at)
                select id, :officer, :now, :now, stage, filed_at, :now from application where id = :application
                on conflict (application) do update
                set officer = excluded.officer, since = excluded.since, touched_at = excluded.touched_at,
                    stage = excluded.stage
                """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("officer", officer.value())
                .param("now", now())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void release(ApplicationId application, OfficerId by) {
        var sql = """
                update casework set officer = null, since = null, touched_at = null, released_by = :by
                where application = :application
                """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("by", by.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Held row(ResultSet row, int number) throws SQLException {
        var unit = row.getObject("unit", UUID.class);
        var touched = row.getObject("touched_at", OffsetDateTime.class);
        return new Held(
                new ApplicationId(row.getObject("application", UUID.class)),
                Stage.valueOf(row.getString("stage")),
                officer(row, "officer"),
                row.getString("language"),
                officer(row, "registrar"),
                unit == null ? null : new UnitId(unit),
                touched == null ? null : touched.toInstant());
    }

    private static @Nullable OfficerId officer(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new OfficerId(id);
    }
}
