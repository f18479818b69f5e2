package org.kith.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Repository;

/// People's passkeys, as their owners see them. What WebAuthn needs of them, [org.kith.server.passkey.PasskeyRecords]
/// reads and writes in the same table.
@Repository
public class PersonPasskeys {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    PersonPasskeys(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /// The oldest first.
    public List<PersonPasskey> of(PersonId person) {
        @SuppressWarnings("ArrayRecordComponent") // a row on its way
        record Row(PasskeyId id, byte @Nullable [] name, PersonPasskey bare) {}
        var sql = "select id, name, created, last_used from person_passkey where person = ? order by created, id";
        return jdbc
                .sql(sql)
                .param(person.value())
                .query((row, _) -> new Row(id(row), row.getBytes("name"), bare(row)))
                .list()
                .stream()
                .map(row -> named(person, row.bare(), row.name()))
                .toList();
    }

    public boolean any(PersonId person) {
        return jdbc.sql("select exists (select 1 from person_passkey where person = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    PasskeyId id(Bytes credential) {
        return new PasskeyId(jdbc.sql("select id from person_passkey where credential_id = ?")
                .param(credential.getBytes())
                .query(UUID.class)
                .single());
    }

    void name(PersonId person, PasskeyId id, String name) {
        jdbc.sql("update person_passkey set name = :name where id = :id and person = :person")
                .param("name", vault.sealText(person, context(id), name))
                .param("id", id.value())
                .param("person", person.value())
                .update();
    }

    void remove(PersonId person, PasskeyId id) {
        jdbc.sql("delete from person_passkey where id = ? and person = ?")
                .params(id.value(), person.value())
                .update();
    }

    void removeAll(PersonId person) {
        jdbc.sql("delete from person_passkey where person = ?")
                .param(person.value())
                .update();
    }

    private PersonPasskey named(PersonId person, PersonPasskey bare, byte @Nullable [] sealed) {
        var name = sealed == null
                ? ""
                : vault.openText(person, context(bare.id()), sealed).orElse("");
        return new PersonPasskey(bare.id(), name, bare.created(), bare.lastUsed(), bare.settled());
    }

    private PersonPasskey bare(ResultSet row) throws SQLException {
        var created = row.getObject("created", OffsetDateTime.class).toInstant();
        var settled = !created.plus(DoorChange.DELAY).isAfter(clock.instant());
        return new PersonPasskey(
                id(row),
                "",
                created,
                row.getObject("last_used", OffsetDateTime.class).toInstant(),
                settled);
    }

    private static PasskeyId id(ResultSet row) throws SQLException {
        return new PasskeyId(row.getObject("id", UUID.class));
    }

    private static Context context(PasskeyId id) {
        return new Context("person_passkey.name", id.value());
    }
}
