package org.kith.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.DoorChange.Kind;
import org.kith.server.account.DoorChange.State;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is about to change of people's ways in.
@Repository
class DoorChanges {
    private static final String COLUMNS = """
            select id, person, kind, state, target, address, agreed, owned, proposed_by, centre, created, due
            from door_change""";

    private final JdbcClient jdbc;
    private final Clock clock;

    DoorChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The links that belong to a change; of each only the hash is kept.
    record Links(
            LinkSecret stop,
            @Nullable LinkSecret agree,
            @Nullable LinkSecret own) {}

    void add(DoorChange change, Links links) {
        var sql = """
                insert into door_change (id, person, kind, state, target, address, stop_hash, agree_hash, own_hash,
                                         code_hash, agreed, owned, proposed_by, centre, created, due)
                values (:id, :person, :kind, :state, :target, :address, :stop, :agree, :own, :code, :agreed, :owned,
                        :proposed_by, :centre, :created, :due)
                """;
        var own = links.own();
        jdbc.sql(sql)
                .param("id", change.id().value())
                .param("person", change.person().value())
                .param("kind", change.kind().name())
                .param("state", change.state().name())
                .param("target", change.target())
                .param("address", change.address())
                .param("stop", links.stop().hash())
                .param("agree", links.agree() == null ? null : links.agree().hash())
                .param("own", own == null ? null : own.hash())
                .param("code", own == null ? null : code(change.id(), SignInCode.of(own.text())))
                .param("agreed", at(change.agreed()))
                .param("owned", at(change.owned()))
                .param("proposed_by", change.proposedBy())
                .param("centre", change.centre())
                .param("created", at(change.created()))
                .param("due", at(change.due()))
                .update();
    }

    /// What is open for a person, the oldest first.
    List<DoorChange> openOf(PersonId person) {
        var sql = COLUMNS + " where person = :person and state in ('ASKED', 'WAITING') and due > :now order by created";
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("now", at(clock.instant()))
                .query(DoorChanges::change)
                .list();
    }

    Optional<DoorChange> find(DoorChange.Id id) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id.value())
                .query(DoorChanges::change)
                .optional();
    }

    Optional<DoorChange> lock(DoorChange.Id id) {
        return jdbc.sql(COLUMNS + " where id = ? for update")
                .param(id.value())
                .query(DoorChanges::change)
                .optional();
    }

    /// The change that a link belongs to.
    ///
    /// @param which of its links: `stop_hash`, `agree_hash` or `own_hash`
    Optional<DoorChange> by(Link which, String link) {
        return jdbc.sql(COLUMNS + " where " + which.column + " = ?")
                .param(LinkSecret.hashOf(link))
                .query(DoorChanges::change)
                .optional();
    }

    enum Link {
        STOP("stop_hash"),
        AGREE("agree_hash"),
        OWN("own_hash");

        private final String column;

        Link(String column) {
            this.column = column;
        }
    }

    /// Those whose time has come.
    List<DoorChange.Id> due(int most) {
        var sql = """
                select id from door_change where state in ('ASKED', 'WAITING') and due <= :now order by due limit :most
                """;
        return jdbc.sql(sql)
                .param("now", at(clock.instant()))
                .param("most", most)
                .query((row, _) -> new DoorChange.Id(row.getObject("id", UUID.class)))
                .list();
    }

    void become(DoorChange change, State state) {
        jdbc.sql("update door_change set state = ?, address = case when ? then null else address end where id = ?")
                .params(
                        state.name(),
                        state != State.WAITING && state != State.ASKED,
                        change.id().value())
                .update();
    }

    /// Whether the code fits; a wrong one counts, and after five none fits any more.
    boolean hasCode(DoorChange change, String typed) {
        var sql = """
                update door_change set tries = tries + 1 where id = :id and tries < 5
                returning code_hash = :code
                """;
        return jdbc.sql(sql)
                .param("id", change.id().value())
                .param("code", code(change.id(), SignInCode.read(typed)))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    DoorChange agreed(DoorChange change) {
        return mark(change, "agreed");
    }

    DoorChange owned(DoorChange change) {
        return mark(change, "owned");
    }

    /// Everybody has agreed: from now on it waits for its time.
    ///
    /// @param stop the link that stops it, if it is to be another one from now on
    void await(DoorChange change, @Nullable LinkSecret stop, Instant due) {
        var sql = """
                update door_change set state = 'WAITING', stop_hash = coalesce(:stop, stop_hash), own_hash = null,
                    code_hash = null, due = :due
                where id = :id
                """;
        jdbc.sql(sql)
                .param("stop", stop == null ? null : stop.hash(), Types.BINARY)
                .param("due", at(due))
                .param("id", change.id().value())
                .update();
    }

    /// A second officer agrees with a recovery.
    DoorChange agreed(DoorChange change, UUID officer) {
        jdbc.sql("update door_change set agreed_by = ? where id = ?")
                .params(officer, change.id().value())
                .update();
        return mark(change, "agreed");
    }

    /// Recoveries that were proposed at a counter and have not happened yet, the newest first.
    List<DoorChange> openAt(UUID centre) {
        var sql = COLUMNS + """
                 where centre = :centre and kind = 'RECOVERY' and state in ('ASKED', 'WAITING') and due > :now
                order by created desc""";
        return jdbc.sql(sql)
                .param("centre", centre)
                .param("now", at(clock.instant()))
                .query(DoorChanges::change)
                .list();
    }

    private DoorChange mark(DoorChange change, String column) {
        jdbc.sql("update door_change set " + column + " = :now where id = :id")
                .param("now", at(clock.instant()))
                .param("id", change.id().value())
                .update();
        return find(change.id()).orElseThrow();
    }

    /// Stops whatever else was about to change.
    void stopOthers(DoorChange but) {
        var sql = """
                update door_change set state = 'STOPPED', address = null
                where person = :person and state in ('ASKED', 'WAITING') and id <> :but
                """;
        jdbc.sql(sql)
                .param("person", but.person().value())
                .param("but", but.id().value())
                .update();
    }

    private static byte[] code(DoorChange.Id id, String code) {
        return LinkSecret.hashOf(id.value() + code);
    }

    private static DoorChange change(ResultSet row, int index) throws SQLException {
        return new DoorChange(
                new DoorChange.Id(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getObject("target", UUID.class),
                row.getBytes("address"),
                instant(row, "agreed"),
                instant(row, "owned"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("centre", UUID.class),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
