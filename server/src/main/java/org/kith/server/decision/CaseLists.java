package org.kith.server.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Stage;
import org.kith.server.staff.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Cases by where they lie, the oldest first, a page at a time. **A page costs what it shows**, however many cases
/// there
/// are: each is read from its place in an index. No list holds a name.
@Repository
public class CaseLists {
    private final JdbcClient jdbc;
    private final Absences absences;
    private final CaseworkRules rules;
    private final Clock clock;

    CaseLists(JdbcClient jdbc, Absences absences, CaseworkRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.rules = rules;
        this.clock = clock;
    }

    /// Where a case lies.
    public enum Part {
        /// In the hands of whoever looks.
        MINE("officer = :me and open"),
        /// Whose time is near its end, or over.
        ESCALATED("""
                open and escalated_at is not null
                and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW', 'APPROVAL_PROPOSED', 'REFUSAL_PROPOSED')"""),
        WAITING("officer is null and open and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW')"),
        /// In the hands of somebody who is away, or has not touched it for long.
        LEFT(""),
        REVIEW("officer is not null and open and stage = 'UNDER_REVIEW'"),
        SIGNATURE("open and stage = 'APPROVAL_PROPOSED'"),
        REFUSAL("open and stage = 'REFUSAL_PROPOSED'"),
        MORE("open and stage = 'MORE_ASKED'"),
        NOTICE("open and stage = 'REFUSAL_ANNOUNCED'"),
        APPEAL("open and stage = 'APPEALED'");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    /// What is looked for.
    ///
    /// @param language    null for any
    /// @param filedBefore null for any age
    public record Wanted(
            @Nullable String language, @Nullable Instant filedBefore, ListPlace after) {
        public static final Wanted ALL = new Wanted(null, null, ListPlace.FIRST);
    }

    /// A case in a list.
    public record Line(
            ApplicationId application,
            Instant filedAt,
            Stage stage,
            String language,
            @Nullable OfficerId holder) {
        public ListPlace place() {
            return new ListPlace(filedAt, application.value());
        }
    }

    public List<Line> of(Part part, OfficerId me, Wanted wanted, int most) {
        if (part == Part.LEFT) return left(most);

        var sql = new StringBuilder("select * from casework where ").append(part.condition);
        if (wanted.language() != null) sql.append(" and language = :language");
        if (wanted.filedBefore() != null) sql.append(" and filed_at < :before");
        sql.append(" and (filed_at, application) > (:after_time, :after) order by filed_at, application limit :most");
        return with(jdbc.sql(sql.toString()), part, me, wanted)
                .param("most", most)
                .query(CaseLists::row)
                .list();
    }

    /// Has no further page: whoever sees to the first cases brings the next ones up.
    private List<Line> left(int most) {
        var away = absences.current().stream()
                .map(absence -> absence.officer().value())
                .toArray(UUID[]::new);
        var sql = """
                select * from (
                    (select * from casework
                     where officer is not null and open and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW')
                       and touched_at < :idle
                     order by touched_at limit :most)
                    union
                    select held.* from (
                        select unnest(:away::uuid[]) as id union all select id from officer where state <> 'ACTIVE') away
                    cross join lateral (
                        select * from casework where officer = away.id and open
                        order by filed_at, application limit :most) held) lying
                order by filed_at, application limit :most
                """;
        return jdbc.sql(sql)
                .param("away", away)
                .param("idle", utc(clock.instant().minus(Duration.ofDays(rules.idleDays()))))
                .param("most", most)
                .query(CaseLists::row)
                .list();
    }

    private static StatementSpec with(StatementSpec statement, Part part, OfficerId me, Wanted wanted) {
        var bound = part == Part.MINE ? statement.param("me", me.value()) : statement;
        var language = wanted.language();
        if (language != null) bound = bound.param("language", language);
        var before = wanted.filedBefore();
        if (before != null) bound = bound.param("before", utc(before));
        var after = wanted.after();
        return bound.param("after_time", utc(after.at())).param("after", after.id());
    }

    private static Line row(ResultSet row, int number) throws SQLException {
        var holder = row.getObject("officer", UUID.class);
        return new Line(
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                Stage.valueOf(row.getString("stage")),
                row.getString("language"),
                holder == null ? null : new OfficerId(holder));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
