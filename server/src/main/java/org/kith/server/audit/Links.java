package org.kith.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The store of entries. The database itself refuses to change or remove one.
@Repository
class Links {
    static final RowMapper<Link> LINK = (row, _) -> link(row);

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where a chain ends now.
    record Head(int chain, long length, Hash hash) {}

    /// Locks the ends of these chains until the transaction is over, always in one order, so that nobody waits in a
    /// circle.
    Map<Integer, Head> lock(Set<Integer> chains) {
        var sql = """
                select chain, length, hash from journal_chain where chain in (:chains) order by chain for update
                """;
        var heads = new HashMap<Integer, Head>();
        jdbc.sql(sql).param("chains", chains).query(Links::head).list().forEach(head -> heads.put(head.chain(), head));
        return heads;
    }

    /// The entries about a case of a person's that have details.
    List<EntryId> detailed(PersonId person, Case subject) {
        var sql = """
                select id from journal
                where person = :person and case_kind = :kind and case_id = :case and commitment is not null
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("kind", subject.kind().name())
                .param("case", subject.id())
                .query((row, _) -> new EntryId(row.getObject("id", UUID.class)))
                .list();
    }

    List<Head> heads() {
        return jdbc.sql("select chain, length, hash from journal_chain order by chain")
                .query(Links::head)
                .list();
    }

    void move(Head head) {
        var sql = "update journal_chain set length = :length, hash = :hash where chain = :chain";
        jdbc.sql(sql)
                .param("length", head.length())
                .param("hash", head.hash().bytes())
                .param("chain", head.chain())
                .update();
    }

    void add(Link link, Hash hash) {
        var sql = """
                insert into journal (chain, position, id, at, deed, actor_kind, actor, role, unit, person,
                                     case_kind, case_id, purpose, visible_from, commitment, hash)
                values (:chain, :position, :id, :at, :deed, :actor_kind, :actor, :role, :unit, :person,
                        :case_kind, :case_id, :purpose, :visible_from, :commitment, :hash)
                """;
        var entry = link.entry();
        var statement = jdbc.sql(sql)
                .param("chain", link.chain())
                .param("position", link.position())
                .param("id", entry.id().value())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("deed", entry.deed().name())
                .param("visible_from", entry.visibleFrom().atOffset(ZoneOffset.UTC))
                .param("person", value(entry.person(), PersonId::value))
                .param(
                        "case_kind",
                        value(entry.subject(), subject -> subject.kind().name()))
                .param("case_id", value(entry.subject(), Case::id))
                .param("purpose", value(entry.purpose(), LookPurpose::name))
                .param("commitment", value(link.commitment(), Hash::bytes))
                .param("hash", hash.bytes());
        actor(statement, entry.actor()).update();
    }

    Optional<Link> find(EntryId id) {
        return jdbc.sql("select * from journal where id = :id")
                .param("id", id.value())
                .query(LINK)
                .optional();
    }

    /// The newest first.
    List<Link> of(PersonId person, long before, int count) {
        var sql = """
                select * from journal where person = :person and position < :before order by position desc limit :count
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("before", before)
                .param("count", count)
                .query(LINK)
                .list();
    }

    /// Looks at a person that they may see by now, the newest first: all whose time has come, and of a possible
    /// duplicate those before it was judged.
    List<Link> looksAt(PersonId person, Instant now, int count) {
        var sql = """
                select * from journal look where person = :person and purpose is not null and (visible_from <= :now
                    or look.case_kind = 'DUPLICATE' and exists (
                        select 1 from journal judged
                        where judged.person = :person and judged.deed = 'DUPLICATE_JUDGED'
                          and judged.case_id = look.case_id and judged.position > look.position))
                order by position desc limit :count
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("count", count)
                .query(LINK)
                .list();
    }

    private static JdbcClient.StatementSpec actor(JdbcClient.StatementSpec statement, Actor actor) {
        var kind = statement.param("actor_kind", ActorKind.of(actor).name());
        return switch (actor) {
            case Actor.House() -> kind.param("actor", null).param("role", null).param("unit", null);
            case Actor.Person(var id) ->
                kind.param("actor", id.value()).param("role", null).param("unit", null);
            case Actor.Officer(var id, var role, var unit) ->
                kind.param("actor", id).param("role", role.name()).param("unit", unit);
        };
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getInt("chain"), row.getLong("length"), Hash.read(row.getBytes("hash")));
    }

    private static Link link(ResultSet row) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var caseKind = row.getString("case_kind");
        var purpose = row.getString("purpose");
        var entry = new Entry(
                new EntryId(row.getObject("id", UUID.class)),
                instant(row, "at"),
                Deed.valueOf(row.getString("deed")),
                actor(row),
                person == null ? null : new PersonId(person),
                caseKind == null ? null : new Case(CaseKind.valueOf(caseKind), row.getObject("case_id", UUID.class)),
                purpose == null ? null : LookPurpose.valueOf(purpose),
                instant(row, "visible_from"));
        var commitment = row.getBytes("commitment");
        return new Link(
                row.getInt("chain"), row.getLong("position"), entry, commitment == null ? null : Hash.read(commitment));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return switch (ActorKind.valueOf(row.getString("actor_kind"))) {
            case HOUSE -> new Actor.House();
            case PERSON -> new Actor.Person(new PersonId(row.getObject("actor", UUID.class)));
            case OFFICER ->
                new Actor.Officer(
                        row.getObject("actor", UUID.class),
                        OfficerRole.valueOf(row.getString("role")),
                        row.getObject("unit", UUID.class));
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> @Nullable Object value(@Nullable T of, Function<T, Object> reading) {
        return of == null ? null : reading.apply(of);
    }
}
