package org.kith.server.decision;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.kith.server.decision.Decision.State;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The decisions, made and proposed.
@Repository
public class Decisions {
    /// The number that the next decision is to have, where it was shown to an officer before.
    static final ScopedValue<Foretold> FORETOLD = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Decisions(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Decision> find(DecisionId id) {
        var sql = "select * from decision where id = :id";
        return jdbc.sql(sql).param("id", id.value()).query(Decisions::row).optional();
    }

    /// All that was ever decided or proposed about something, the newest first.
    public List<Decision> about(Subject subject) {
        var sql = """
                select * from decision where subject_kind = :kind and subject = :subject
                order by proposed_at desc, id
                """;
        return jdbc.sql(sql)
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .query(Decisions::row)
                .list();
    }

    /// What was decided about a person, the newest first. What is merely proposed is not theirs to see yet.
    public List<Decision> of(PersonId person) {
        var sql = """
                select * from decision where person = :person and state = 'MADE'
                order by settled_at desc, id
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .query(Decisions::row)
                .list();
    }

    /// What waits for a second signature, the oldest first.
    ///
    /// @param onAppeal what was decided on appeals, all else, or both
    public List<Decision> waiting(Set<Boolean> onAppeal, ListPlace after, int most) {
        var sql = """
                select * from decision where state = 'PROPOSED'
                and (verdict in ('UPHOLD', 'OVERTURN', 'REMIT')) in (:on_appeal)
                and (proposed_at, id) > (:after_time, :after)
                order by proposed_at, id limit :most
                """;
        return jdbc.sql(sql)
                .param("on_appeal", onAppeal)
                .param("after_time", Timestamp.from(after.at()))
                .param("after", after.id())
                .param("most", most)
                .query(Decisions::row)
                .list();
    }

    /// Whether a later one took its place, or took it back.
    public boolean isCorrected(DecisionId id) {
        var sql = "select exists (select 1 from decision where corrects = :id and state = 'MADE')";
        return jdbc.sql(sql).param("id", id.value()).query(Boolean.class).single();
    }

    /// What it says and rests on; nothing once the person's key is destroyed.
    public Optional<DecisionWords> words(Decision decision) {
        var sql = "select sealed from decision where id = :id";
        var sealed = jdbc.sql(sql)
                .param("id", decision.id().value())
                .query(byte[].class)
                .single();
        return vault.open(decision.person(), context(decision.id()), sealed)
                .map(plain -> json.readValue(plain, DecisionWords.class));
    }

    Optional<Decision> lock(DecisionId id) {
        var sql = "select * from decision where id = :id for update";
        return jdbc.sql(sql).param("id", id.value()).query(Decisions::row).optional();
    }

    /// A number for a decision that is about to be shown and may be sent later.
    Foretold foretold() {
        return new Foretold(DecisionId.random(), DecisionNumber.random(random));
    }

    Decision add(Draft draft, State state, OfficerId first, @Nullable LocalDate answerUntil) {
        var foretold = FORETOLD.isBound() && FORETOLD.get().use() ? FORETOLD.get() : foretold();
        var id = foretold.id();
        var decisionNumber = foretold.number();
        var sql = """
                insert into decision (id, number, subject_kind, subject, person, verdict, state, pack, ground, first,
                                      proposed_at, settled_at, answer_until, corrects, sealed)
                values (:id, :number, :kind, :subject, :person, :verdict, :state, :pack, :ground, :first,
                        :now, :settled, :answer_until, :corrects, :sealed)
                on conflict (number) do nothing
                returning *
                """;
        var now = Timestamp.from(clock.instant());
        var added = Optional.<Decision>empty();
        while (added.isEmpty()) {
            added = jdbc.sql(sql)
                    .param("id", id.value())
                    .param("number", decisionNumber.value())
                    .param("kind", draft.subject().kind().name())
                    .param("subject", draft.subject().id())
                    .param("person", draft.person().value())
                    .param("verdict", draft.verdict().name())
                    .param("state", state.name())
                    .param("pack", draft.pack())
                    .param("ground", draft.ground())
                    .param("first", first.value())
                    .param("now", now)
                    .param("settled", state == State.PROPOSED ? null : now)
                    .param("answer_until", answerUntil)
                    .param(
                            "corrects",
                            draft.corrects() == null ? null : draft.corrects().value())
                    .param("sealed", sealed(draft.person(), id, draft.words()))
                    .query(Decisions::row)
                    .optional();
            decisionNumber = DecisionNumber.random(random);
        }
        return added.get();
    }

    /// Ends the wait for a second signature, one way or the other.
    Decision settle(Decision waiting, State state, OfficerId second, DecisionWords words) {
        var sql = """
                update decision set state = :state, second = :second, settled_at = :now, sealed = :sealed
                where id = :id and state = 'PROPOSED'
                returning *
                """;
        return jdbc.sql(sql)
                .param("id", waiting.id().value())
                .param("state", state.name())
                .param("second", second.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("sealed", sealed(waiting.person(), waiting.id(), words))
                .query(Decisions::row)
                .single();
    }

    void markAnswered(DecisionId id) {
        var sql = "update decision set answered_at = :now where id = :id";
        jdbc.sql(sql)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void answerUntil(DecisionId id, LocalDate day) {
        var sql = "update decision set answer_until = :day where id = :id";
        jdbc.sql(sql).param("id", id.value()).param("day", day).update();
    }

    /// What a decision will be called, once.
    record Foretold(DecisionId id, DecisionNumber number, AtomicBoolean used) {
        Foretold(DecisionId id, DecisionNumber number) {
            this(id, number, new AtomicBoolean());
        }

        boolean use() {
            return used.compareAndSet(false, true);
        }
    }

    /// A decision on its way to be written down.
    record Draft(
            Subject subject,
            PersonId person,
            Verdict verdict,
            String pack,
            @Nullable String ground,
            DecisionWords words,
            @Nullable DecisionId corrects) {}

    private byte[] sealed(PersonId person, DecisionId id, DecisionWords words) {
        return vault.seal(person, context(id), json.writeValueAsBytes(words));
    }

    private static Context context(DecisionId id) {
        return new Context("decision.words", id.value());
    }

    private static Decision row(ResultSet row, int number) throws SQLException {
        var second = row.getObject("second", UUID.class);
        var corrects = row.getObject("corrects", UUID.class);
        return new Decision(
                new DecisionId(row.getObject("id", UUID.class)),
                new DecisionNumber(row.getString("number")),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getObject("subject", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                Verdict.valueOf(row.getString("verdict")),
                State.valueOf(row.getString("state")),
                row.getString("pack"),
                row.getString("ground"),
                new OfficerId(row.getObject("first", UUID.class)),
                second == null ? null : new OfficerId(second),
                row.getTimestamp("proposed_at").toInstant(),
                instant(row.getTimestamp("settled_at")),
                row.getObject("answer_until", LocalDate.class),
                instant(row.getTimestamp("answered_at")),
                corrects == null ? null : new DecisionId(corrects));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
