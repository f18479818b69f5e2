package org.kith.server.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Stopped;
import org.kith.server.decision.Stop.State;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The stops on cases.
@Repository
public class Stops implements Stopped {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    Stops(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean isStopped(ApplicationId application) {
        return isStopped(Subject.of(application));
    }

    public boolean isStopped(Subject subject) {
        return open(subject).filter(stop -> stop.state().holds()).isPresent();
    }

    public Optional<Stop> find(Stop.Id id) {
        var sql = "select * from stop where id = :id";
        return jdbc.sql(sql).param("id", id.value()).query(Stops::row).optional();
    }

    /// The one that stands, or is proposed.
    public Optional<Stop> open(Subject subject) {
        var sql = """
                select * from stop where subject_kind = :kind and subject = :subject
                  and state in ('PROPOSED', 'STANDS', 'LIFT_PROPOSED')
                """;
        return jdbc.sql(sql)
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .query(Stops::row)
                .optional();
    }

    /// Those that a person may know of, the newest first.
    public List<Stop> seenBy(PersonId person) {
        var sql = """
                select * from stop where person = :person and stands_since is not null and visible_from <= :now
                order by made_at desc
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("now", utc(clock.instant()))
                .query(Stops::row)
                .list();
    }

    /// What waits for a second signature, the oldest first.
    public List<Stop> waiting(int most) {
        var sql = """
                select * from stop where state in ('PROPOSED', 'LIFT_PROPOSED') order by made_at limit :most
                """;
        return jdbc.sql(sql).param("most", most).query(Stops::row).list();
    }

    public Optional<Stop.Words> words(Stop stop) {
        var sql = "select sealed from stop where id = :id";
        var sealedWords =
                jdbc.sql(sql).param("id", stop.id().value()).query(byte[].class).single();
        return vault.open(stop.person(), context(stop.id()), sealedWords)
                .map(plain -> json.readValue(plain, Stop.Words.class));
    }

    Optional<Stop> lock(Stop.Id id) {
        var sql = "select * from stop where id = :id for update";
        return jdbc.sql(sql).param("id", id.value()).query(Stops::row).optional();
    }

    Stop add(Subject subject, PersonId person, Stop.Words words, OfficerId first, Instant visibleFrom) {
        var id = Stop.Id.random();
        var sql = """
                insert into stop (id, subject_kind, subject, person, state, first, made_at, visible_from, sealed)
                values (:id, :kind, :subject, :person, 'PROPOSED', :first, :now, :visible, :sealed)
                returning *
                """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .param("person", person.value())
                .param("first", first.value())
                .param("now", utc(clock.instant()))
                .param("visible", utc(visibleFrom))
                .param("sealed", vault.seal(person, context(id), json.writeValueAsBytes(words)))
                .query(Stops::row)
                .single();
    }

    Stop move(Stop stop, State to, OfficerId first, @Nullable OfficerId second, Stop.Words words) {
        var sql = """
                update stop set state = :state, first = :first, second = :second, sealed = :sealed,
                    stands_since = case when :state = 'STANDS' then coalesce(stands_since, :now) else stands_since end,
                    lifted_at = case when :state = 'LIFTED' then :now end
                where id = :id
                returning *
                """;
        return jdbc.sql(sql)
                .param("id", stop.id().value())
                .param("state", to.name())
                .param("first", first.value())
                .param("second", second == null ? null : second.value())
                .param("now", utc(clock.instant()))
                .param("sealed", vault.seal(stop.person(), context(stop.id()), json.writeValueAsBytes(words)))
                .query(Stops::row)
                .single();
    }

    /// Stops whose people may know by now and were not told.
    List<Stop> untold(int most) {
        var sql = """
                update stop set told = true
                where id in (select id from stop where not told and stands_since is not null and visible_from <= :now
                             order by visible_from limit :most for update skip locked)
                returning *
                """;
        return jdbc.sql(sql)
                .param("now", utc(clock.instant()))
                .param("most", most)
                .query(Stops::row)
                .list();
    }

    private static Context context(Stop.Id id) {
        return new Context("stop.words", id.value());
    }

    private static Stop row(ResultSet row, int number) throws SQLException {
        return new Stop(
                new Stop.Id(row.getObject("id", UUID.class)),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getObject("subject", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                State.valueOf(row.getString("state")),
                new OfficerId(row.getObject("first", UUID.class)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("stands_since", OffsetDateTime.class)),
                instant(row.getObject("lifted_at", OffsetDateTime.class)),
                row.getObject("visible_from", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
