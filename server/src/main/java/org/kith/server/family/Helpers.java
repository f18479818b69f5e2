package org.kith.server.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.family.Helper.What;
import org.kith.server.family.Invitation.Scope;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Who reads along with whom, and what. Every look is written down and shown to the one it was at; whoever is removed
/// sees nothing from that moment on.
@Service
public class Helpers {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Journal journal;
    private final Clock clock;

    Helpers(JdbcClient jdbc, Vault vault, JsonMapper json, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.journal = journal;
        this.clock = clock;
    }

    /// Those who read along with somebody.
    public List<Helper> of(PersonId owner) {
        var sql = "select * from helper where owner = :id and removed_at is null order by since, id";
        return list(sql, owner.value());
    }

    /// Those with whom somebody reads along.
    public List<Helper> helpedBy(PersonId person) {
        var sql = "select * from helper where person = :id and removed_at is null order by since, id";
        return list(sql, person.value());
    }

    /// Opens one thing for a helper, and writes it down before anything is shown.
    @Transactional
    public Optional<Helper> open(Helper.Id id, PersonId person, What what) {
        var found = helpedBy(person).stream()
                .filter(each -> each.id().equals(id) && each.mayRead(what))
                .findFirst();
        found.ifPresent(helper -> written(helper, what));
        return found;
    }

    /// At once.
    @Transactional
    public void remove(PersonId owner, Helper.Id id) {
        var sql = "update helper set removed_at = :now where id = :id and owner = :owner and removed_at is null";
        var removed = jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .param("owner", owner.value())
                .update();
        if (removed == 1) journal.record(Deed.HELPER_REMOVED, Actor.of(owner), owner, FamilyCase.accountOf(owner));
    }

    /// Whoever was asked twice keeps what they were asked last.
    void add(Invitation invitation, PersonId person) {
        var owner = invitation.inviter();
        var scope = invitation.words().scope();
        var id = new Helper.Id(UUID.randomUUID());
        jdbc.sql("update helper set removed_at = ? where owner = ? and person = ? and removed_at is null")
                .params(Timestamp.from(clock.instant()), owner.value(), person.value())
                .update();
        var sql = """
                insert into helper (id, owner, person, answers, papers, messages, sealed, since)
                values (:id, :owner, :person, :answers, :papers, :messages, :sealed, :now)
                """;
        var words = json.writeValueAsBytes(
                new Words(invitation.words().called(), invitation.words().by()));
        jdbc.sql(sql)
                .param("id", id.value())
                .param("owner", owner.value())
                .param("person", person.value())
                .param("answers", scope.answers())
                .param("papers", scope.papers())
                .param("messages", scope.messages())
                .param("sealed", vault.seal(owner, context(id), words))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        journal.record(
                Deed.HELPER_ADDED,
                Actor.of(person),
                owner,
                FamilyCase.accountOf(owner),
                Details.of(Detail.PERSON, person.value()));
    }

    private void written(Helper helper, What what) {
        var sql = "insert into helper_look (helper, what, day) values (:helper, :what, :day) on conflict do nothing";
        jdbc.sql(sql)
                .param("helper", helper.id().value())
                .param("what", what.name())
                .param("day", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        journal.record(
                Deed.HELPER_LOOKED,
                Actor.of(helper.person()),
                helper.owner(),
                FamilyCase.accountOf(helper.owner()),
                Details.of(Detail.KIND, what));
    }

    /// Under the owner's key.
    private record Words(String called, String by) {}

    private List<Helper> list(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query((row, _) -> row(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Helper> row(ResultSet row) throws SQLException {
        var id = new Helper.Id(row.getObject("id", UUID.class));
        var owner = new PersonId(row.getObject("owner", UUID.class));
        var person = new PersonId(row.getObject("person", UUID.class));
        var scope = new Scope(row.getBoolean("answers"), row.getBoolean("papers"), row.getBoolean("messages"));
        return vault.open(owner, context(id), Objects.requireNonNull(row.getBytes("sealed")))
                .map(plain -> json.readValue(plain, Words.class))
                .map(words -> new Helper(id, owner, person, scope, words.called(), words.by(), looks(id)));
    }

    private List<LocalDate> looks(Helper.Id id) {
        return jdbc.sql("select distinct day from helper_look where helper = ? order by day desc")
                .param(id.value())
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    private static Context context(Helper.Id id) {
        return new Context("helper.words", id.value());
    }
}
