package org.kith.server.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What will go when its time is over, and when somebody must look at it next. Whoever changes a row holds its
/// application.
@Repository
public class Deadlines {
    private final JdbcClient jdbc;

    Deadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What goes.
    public enum Kind {
        /// A draft that nobody touches, whole.
        DRAFT,
        /// The papers of an application that is over; if it led to no card, the answers too.
        PAPERS,
        /// The photo of an application that led to no card, or whose card is over.
        PHOTO,
        /// An application that was sent and waits for its person's visit to a centre: it lapses.
        VISIT
    }

    /// When one thing goes.
    ///
    /// @param since     when its time began to run
    /// @param warned    how often the person was told
    /// @param notBefore the moment the person was told of; null as long as they were not
    /// @param nextAt    when to look at it next
    public record Deadline(
            ApplicationId application,
            Kind kind,
            Instant since,
            int warned,
            @Nullable Instant notBefore,
            Instant nextAt) {
        /// When it goes, if nothing is touched before.
        public Instant due(Period kept) {
            var due = since.atOffset(ZoneOffset.UTC).plus(kept).toInstant();
            var told = notBefore;
            return told != null && told.isAfter(due) ? told : due;
        }
    }

    public Optional<Deadline> of(ApplicationId application, Kind kind) {
        var sql = """
            select * from kept_until where application = :application and kind = :kind
            """;
        return jdbc.sql(sql)
                .param("application", application.value())
                .param("kind", kind.name())
                .query(Deadlines::row)
                .optional();
    }

    /// Those to look at now, the longest due first.
    public List<Deadline> dueAt(Instant now, int most) {
        var sql = """
            select * from kept_until where next_at <= :now order by next_at limit :most
            """;
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("most", most)
                .query(Deadlines::row)
                .list();
    }

    /// Writes down what came of a look.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Deadline deadline) {
        var sql = """
            update kept_until set warned = :warned, not_before = :not_before, next_at = :next_at
            where application = :application and kind = :kind
            """;
        var told = deadline.notBefore();
        jdbc.sql(sql)
                .param("warned", deadline.warned())
                .param("not_before", told == null ? null : utc(told))
                .param("next_at", utc(deadline.nextAt()))
                .param("application", deadline.application().value())
                .param("kind", deadline.kind().name())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Deadline deadline) {
        var sql = """
            delete from kept_until where application = :application and kind = :kind
            """;
        jdbc.sql(sql)
                .param("application", deadline.application().value())
                .param("kind", deadline.kind().name())
                .update();
    }

    /// A draft was changed: its time begins anew. The next look sees it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void touch(ApplicationId draft, Instant now) {
        var sql = """
            update kept_until set since = :now where application = :application and kind = 'DRAFT'
            """;
        jdbc.sql(sql).param("application", draft.value()).param("now", utc(now)).update();
    }

    /// A paper came to an application that was decided: the time of its papers begins anew.
    @Transactional(propagation = Propagation.MANDATORY)
    public void paperAdded(ApplicationId decided, Instant now) {
        beginAnew(decided, Kind.PAPERS, now);
    }

    /// A visit is given out, and not the person's to choose: their time to choose does not run.
    @Transactional(propagation = Propagation.MANDATORY)
    public void visitIsGivenOut(ApplicationId sent) {
        end(sent, Kind.VISIT);
    }

    /// It is theirs to choose again.
    @Transactional(propagation = Propagation.MANDATORY)
    public void visitIsChosen(ApplicationId sent, Instant now) {
        beginAnew(sent, Kind.VISIT, now);
    }

    /// The card that an application led to is over: no card carries its photo any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void cardEnded(ApplicationId application, Instant since) {
        begin(application, Kind.PHOTO, since);
    }

    /// A card took the place of one that was over: it carries the photo again.
    @Transactional(propagation = Propagation.MANDATORY)
    public void cardStands(ApplicationId application) {
        end(application, Kind.PHOTO);
    }

    void begin(ApplicationId application, Kind kind, Instant now) {
        var sql = """
            insert into kept_until (application, kind, since, next_at) values (:application, :kind, :now, :now)
            on conflict do nothing
            """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("kind", kind.name())
                .param("now", utc(now))
                .update();
    }

    /// Begins anew, whatever ran before.
    void beginAnew(ApplicationId application, Kind kind, Instant now) {
        end(application, kind);
        begin(application, kind, now);
    }

    void end(ApplicationId application, Kind kind) {
        var sql = """
            delete from kept_until where application = :application and kind = :kind
            """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("kind", kind.name())
                .update();
    }

    /// How often its person put it off.
    public int extended(Deadline deadline) {
        var sql = """
            select extended from kept_until where application = :application and kind = :kind
            """;
        return jdbc.sql(sql)
                .param("application", deadline.application().value())
                .param("kind", deadline.kind().name())
                .query(Integer.class)
                .single();
    }

    /// Puts it off once more: warnings begin anew.
    @Transactional(propagation = Propagation.MANDATORY)
    void extend(Deadline deadline, Period by, Instant now) {
        var sql = """
            update kept_until
            set since = :since, extended = extended + 1, warned = 0, not_before = null, next_at = :now
            where application = :application and kind = :kind
            """;
        jdbc.sql(sql)
                .param("since", deadline.since().atOffset(ZoneOffset.UTC).plus(by))
                .param("now", utc(now))
                .param("application", deadline.application().value())
                .param("kind", deadline.kind().name())
                .update();
    }

    /// Lets all that runs for an application run longer, without counting it as its person's doing: warnings begin
    /// anew.
    @Transactional(propagation = Propagation.MANDATORY)
    public void prolong(ApplicationId application, int days, Instant now) {
        var sql = """
            update kept_until set since = since + make_interval(days => :days), warned = 0, not_before = null, next_at = :now
            where application = :application
            """;
        jdbc.sql(sql)
                .param("days", days)
                .param("now", utc(now))
                .param("application", application.value())
                .update();
    }

    /// A draft that was sent is a draft no more.
    void endDraft(ApplicationId application) {
        end(application, Kind.DRAFT);
    }

    private static Deadline row(ResultSet row, int number) throws SQLException {
        var told = row.getObject("not_before", OffsetDateTime.class);
        return new Deadline(
                new ApplicationId(row.getObject("application", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("warned"),
                told == null ? null : told.toInstant(),
                row.getObject("next_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
