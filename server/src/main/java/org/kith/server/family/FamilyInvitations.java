package org.kith.server.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.family.Invitation.Kind;
import org.kith.server.family.Invitation.State;
import org.kith.server.family.Invitation.Words;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The invitations. What is over goes a month later.
@Repository
class FamilyInvitations {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    FamilyInvitations(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /// Keeps a new one.
    ///
    /// @param address the keyed code of the address it goes to
    void add(Invitation invitation, LinkSecret link, byte[] address) {
        var family = invitation.family();
        var child = invitation.child();
        var sql = """
                insert into family_invitation
                    (id, kind, inviter, family, child, link_hash, address_code, sealed, state, sent_at, expires_at)
                values (:id, :kind, :inviter, :family, :child, :link, :address, :sealed, 'SENT', :now, :expires)
                """;
        var words = json.writeValueAsBytes(invitation.words());
        jdbc.sql(sql)
                .param("id", invitation.id().value())
                .param("kind", invitation.kind().name())
                .param("inviter", invitation.inviter().value())
                .param("family", family == null ? null : family.value())
                .param("child", child == null ? null : child.value())
                .param("link", link.hash())
                .param("address", address)
                .param("sealed", vault.seal(invitation.inviter(), context(invitation.id()), words))
                .param("now", now())
                .param("expires", Timestamp.from(invitation.expires()))
                .update();
    }

    Optional<Invitation> byLink(String link) {
        var sql = "select * from family_invitation where link_hash = :link";
        return jdbc.sql(sql)
                .param("link", LinkSecret.hashOf(link))
                .query((row, _) -> read(row))
                .optional()
                .flatMap(found -> found);
    }

    Optional<Invitation> lock(Invitation.Id id) {
        var sql = "select * from family_invitation where id = :id for update";
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional()
                .flatMap(found -> found);
    }

    Optional<Invitation> find(Invitation.Id id) {
        var sql = "select * from family_invitation where id = :id";
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional()
                .flatMap(found -> found);
    }

    /// Whether it went to an address with that code.
    boolean isFor(Invitation.Id id, byte[] address) {
        var sql = "select exists (select 1 from family_invitation where id = :id and address_code = :address)";
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /// Those that wait for an answer, the newest first.
    List<Invitation> openOf(PersonId inviter) {
        var sql = """
                select * from family_invitation where inviter = :inviter and state = 'SENT' and expires_at > :now
                order by sent_at desc, id
                """;
        return jdbc
                .sql(sql)
                .param("inviter", inviter.value())
                .param("now", now())
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    int sentSince(PersonId inviter, Instant since) {
        var sql = "select count(*) from family_invitation where inviter = :inviter and sent_at > :since";
        return jdbc.sql(sql)
                .param("inviter", inviter.value())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void settle(Invitation.Id id, State state) {
        jdbc.sql("update family_invitation set state = ? where id = ?")
                .params(state.name(), id.value())
                .update();
    }

    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT30M")
    void forget() {
        jdbc.sql("delete from family_invitation where expires_at < ?")
                .param(Timestamp.from(clock.instant().minus(java.time.Duration.ofDays(30))))
                .update();
    }

    private Optional<Invitation> read(ResultSet row) throws SQLException {
        var id = new Invitation.Id(row.getObject("id", UUID.class));
        var inviter = new PersonId(row.getObject("inviter", UUID.class));
        var family = row.getObject("family", UUID.class);
        var child = row.getObject("child", UUID.class);
        var kind = Kind.valueOf(row.getString("kind"));
        var state = State.valueOf(row.getString("state"));
        var expires = row.getTimestamp("expires_at").toInstant();
        return vault.open(inviter, context(id), Objects.requireNonNull(row.getBytes("sealed")))
                .map(plain -> json.readValue(plain, Words.class))
                .map(words ->
                        new Invitation(id, kind, inviter, familyOf(family), personOf(child), words, state, expires));
    }

    private static @Nullable FamilyId familyOf(@Nullable UUID id) {
        return id == null ? null : new FamilyId(id);
    }

    private static @Nullable PersonId personOf(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Context context(Invitation.Id id) {
        return new Context("family_invitation.words", id.value());
    }
}
