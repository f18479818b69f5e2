package org.kith.server.decision;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.kith.server.decision.Rehearsal.Shown;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Letters that an officer has looked at and not sent, with what was typed for them, sealed under the key of the person
/// they are to. Nothing is decided by them.
@Repository
public class UnsentLetters {
    private static final Period KEPT = Period.ofDays(14);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    UnsentLetters(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /// A letter that waits to be sent.
    ///
    /// @param id     the decision's, once it goes
    /// @param place  the address of the form it was typed into
    /// @param fields what was typed
    public record Unsent(
            DecisionId id,
            DecisionNumber number,
            PersonId person,
            String place,
            Map<String, List<String>> fields,
            DecisionLetter letter) {
        @Override
        public String toString() {
            return "Unsent[" + id + "]";
        }
    }

    private record Content(Map<String, List<String>> fields, DecisionLetter letter) {}

    public void keep(Shown shown, OfficerId officer, PersonId person, String place, Map<String, List<String>> fields) {
        var sql = """
                insert into unsent_letter (id, number, officer, person, place, made_at, sealed)
                values (:id, :number, :officer, :person, :place, :now, :sealed)
                on conflict (id) do update set made_at = excluded.made_at, sealed = excluded.sealed
                """;
        var content = json.writeValueAsBytes(new Content(fields, shown.letter()));
        jdbc.sql(sql)
                .param("id", shown.id().value())
                .param("number", shown.number().value())
                .param("officer", officer.value())
                .param("person", person.value())
                .param("place", place)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sealed", vault.seal(person, context(shown.id()), content))
                .update();
    }

    /// One of an officer's own; another's look like none.
    public Optional<Unsent> find(DecisionId id, OfficerId officer) {
        var sql = "select * from unsent_letter where id = :id and officer = :officer";
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("officer", officer.value())
                .query(UnsentLetters::row)
                .optional()
                .flatMap(this::opened);
    }

    /// The one an officer looked at last at a form.
    public Optional<Unsent> lastAt(String place, OfficerId officer) {
        var sql = """
                select * from unsent_letter where place = :place and officer = :officer
                order by made_at desc limit 1
                """;
        return jdbc.sql(sql)
                .param("place", place)
                .param("officer", officer.value())
                .query(UnsentLetters::row)
                .optional()
                .flatMap(this::opened);
    }

    /// Takes one away, as it is about to go; false where it went before. Until the transaction ends nobody else does.
    boolean take(Unsent unsent) {
        var sql = "delete from unsent_letter where id = :id";
        return jdbc.sql(sql).param("id", unsent.id().value()).update() == 1;
    }

    /// All that an officer has not sent from a form.
    public void forget(String place, OfficerId officer) {
        jdbc.sql("delete from unsent_letter where place = :place and officer = :officer")
                .param("place", place)
                .param("officer", officer.value())
                .update();
    }

    @Scheduled(initialDelay = 11, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        jdbc.sql("delete from unsent_letter where made_at < :day")
                .param("day", clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT))
                .update();
    }

    private Optional<Unsent> opened(Row row) {
        return vault.open(row.person(), context(row.id()), row.sealed())
                .map(plain -> json.readValue(plain, Content.class))
                .map(content -> new Unsent(
                        row.id(), row.number(), row.person(), row.place(), content.fields(), content.letter()));
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Row(DecisionId id, DecisionNumber number, PersonId person, String place, byte[] sealed) {}

    private static Row row(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Row(
                new DecisionId(row.getObject("id", UUID.class)),
                new DecisionNumber(row.getString("number")),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("place"),
                row.getBytes("sealed"));
    }

    private static Context context(DecisionId id) {
        return new Context("decision.unsent", id.value());
    }
}
