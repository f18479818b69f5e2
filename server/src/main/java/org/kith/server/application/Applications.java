package org.kith.server.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.server.application.Deadlines.Kind;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Move.NotAllowed;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The applications and the one way to move them on.
@Repository
public class Applications {
    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final StepsTaken steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applications(
            JdbcClient jdbc, Deadlines deadlines, StepsTaken steps, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Application> find(ApplicationId id) {
        var sql = """
            select * from application where id = :id
            """;
        return jdbc.sql(sql).param("id", id.value()).query(Applications::row).optional();
    }

    /// Those of a list that are there, by their ids, in one question.
    public Map<ApplicationId, Application> find(Collection<ApplicationId> ids) {
        var sql = """
            select * from application where id = any(:ids)
            """;
        return jdbc
                .sql(sql)
                .param("ids", ids.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .query(Applications::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Application::id, each -> each));
    }

    /// Holds the application until the transaction ends, so that two people cannot take a step at once.
    @Transactional(propagation = Propagation.MANDATORY)
    public Application lock(ApplicationId id) {
        var sql = """
            select * from application where id = :id for update
            """;
        return jdbc.sql(sql).param("id", id.value()).query(Applications::row).single();
    }

    /// Holds the application like [#lock], unless it is gone: drafts can be deleted.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Application> lockIfThere(ApplicationId id) {
        var sql = """
            select * from application where id = :id for update
            """;
        return jdbc.sql(sql).param("id", id.value()).query(Applications::row).optional();
    }

    /// Holds the application like [#lock], unless somebody else holds it now, or it is gone.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Application> lockIfFree(ApplicationId id) {
        var sql = """
            select * from application where id = :id for update skip locked
            """;
        return jdbc.sql(sql).param("id", id.value()).query(Applications::row).optional();
    }

    /// The application a person has: the newest that was neither withdrawn nor lapsed, nor refused for good. There is
    /// one
    /// at most.
    public Optional<Application> openOf(PersonId person) {
        var sql = """
            select * from application
            where person = :person and stage not in ('WITHDRAWN', 'LAPSED', 'REFUSAL_FINAL')
            """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .query(Applications::row)
                .optional();
    }

    public Optional<Application> byReference(Reference reference) {
        var sql = """
            select * from application where reference = :reference
            """;
        return jdbc.sql(sql)
                .param("reference", reference.value())
                .query(Applications::row)
                .optional();
    }

    /// Takes a step of a locked application. The caller writes what belongs to the step, and its journal entry, in the
    /// same transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Move take(Application locked, Step step, Party by) {
        var after = Transitions.after(locked.stage(), step, by);
        if (after.isEmpty()) return new NotAllowed(locked.stage());

        var sql = """
            update application set stage = :stage, revision = revision + 1
            where id = :id and revision = :revision
            returning *
            """;
        var moved = jdbc.sql(sql)
                .param("stage", after.get().name())
                .param("id", locked.id().value())
                .param("revision", locked.revision())
                .query(Applications::row)
                .single();
        steps.reached(moved);
        beginDeadlines(moved);
        events.publishEvent(new ApplicationMoved(moved.id().value(), locked.stage(), moved.stage()));
        return new Moved(moved);
    }

    /// From an application's end on, the time of what came with it runs. The photo on a card stays with the card. A
    /// sent
    /// one waits for a visit to be booked, anew after one that came to nothing.
    private void beginDeadlines(Application moved) {
        if (moved.stage() == Stage.SUBMITTED) deadlines.beginAnew(moved.id(), Kind.VISIT, clock.instant());
        else deadlines.end(moved.id(), Kind.VISIT);
        if (!moved.stage().isClosed()) return;

        deadlines.begin(moved.id(), Kind.PAPERS, clock.instant());
        if (moved.stage() != Stage.APPROVED) deadlines.begin(moved.id(), Kind.PHOTO, clock.instant());
    }

    /// Removes a draft with all its answers, as if it had never been.
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(Application draft) {
        var sql = """
            delete from application where id = :id and stage = 'DRAFT'
            """;
        jdbc.sql(sql).param("id", draft.id().value()).update();
    }

    /// Starts a draft; empty where the person has an application already, even one started at the same moment.
    Optional<Application> start(ApplicationId id, PersonId person, String pack, Instant now) {
        var sql = """
            insert into application (id, person, stage, pack, residence, started_at, revision)
            values (:id, :person, 'DRAFT', :pack, 'ZZZ', :now, 0)
            on conflict do nothing
            returning *
            """;
        var started = jdbc.sql(sql)
                .param("id", id.value())
                .param("person", person.value())
                .param("pack", pack)
                .param("now", Timestamp.from(now))
                .query(Applications::row)
                .optional();
        started.ifPresent(draft -> deadlines.begin(draft.id(), Kind.DRAFT, now));
        return started;
    }

    /// Writes what filing adds; false where another application has that reference already.
    boolean file(ApplicationId id, Reference reference, CountryCode residence, Instant now) {
        var sql = """
            update application set reference = :reference, residence = :residence, filed_at = :now
            where id = :id and not exists (select 1 from application where reference = :reference)
            """;
        deadlines.endDraft(id);
        return jdbc.sql(sql)
                        .param("id", id.value())
                        .param("reference", reference.value())
                        .param("residence", residence.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Application row(ResultSet row, int number) throws SQLException {
        var reference = row.getString("reference");
        var filed = row.getTimestamp("filed_at");
        return new Application(
                new ApplicationId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                Stage.valueOf(row.getString("stage")),
                row.getString("pack"),
                reference == null ? null : new Reference(reference),
                new CountryCode(row.getString("residence")),
                row.getTimestamp("started_at").toInstant(),
                filed == null ? null : filed.toInstant(),
                row.getInt("revision"));
    }
}
