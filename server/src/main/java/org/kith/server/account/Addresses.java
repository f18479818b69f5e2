package org.kith.server.account;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.vault.Context;
import org.kith.server.vault.Lookups;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where people read mail: sealed under each person's key, and found by a code alone (§7.5).
@Repository
class Addresses {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Lookups lookups;
    private final Clock clock;

    Addresses(JdbcClient jdbc, Vault vault, Lookups lookups, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.lookups = lookups;
        this.clock = clock;
    }

    /// Whose address it is. Until the transaction ends nobody else gives it to anyone.
    Optional<PersonId> lockOwner(EmailAddress address) {
        var code = lookups.ofEmail(address.value());
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(code).getLong())
                .query()
                .singleRow();
        return jdbc.sql("select person from account_address where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /// The first is the one that news goes to; none once the person has left.
    List<OwnAddress> of(PersonId person) {
        @SuppressWarnings("ArrayRecordComponent") // a row on its way
        record Row(AddressId id, byte[] sealed) {}
        var sql = "select id, address from account_address where person = ? order by added, id";
        var rows = jdbc.sql(sql)
                .param(person.value())
                .query((row, _) -> new Row(new AddressId(row.getObject("id", UUID.class)), row.getBytes("address")))
                .list();
        if (rows.isEmpty()) return List.of();

        return vault.opening(person)
                .map(open -> rows.stream()
                        .map(row -> new OwnAddress(row.id(), open.openText(context(row.id()), row.sealed())))
                        .toList())
                .orElse(List.of());
    }

    void add(PersonId person, EmailAddress address) {
        var id = new AddressId(UUID.randomUUID());
        var sql = """
                insert into account_address (id, person, code, address, added)
                values (:id, :person, :code, :address, :added)
                """;
        jdbc.sql(sql)
                .param("id", id.value())
                .param("person", person.value())
                .param("code", lookups.ofEmail(address.value()))
                .param("address", vault.sealText(person, context(id), address.value()))
                .param("added", OffsetDateTime.now(clock))
                .update();
    }

    void remove(PersonId person, AddressId id) {
        jdbc.sql("delete from account_address where id = ? and person = ?")
                .params(id.value(), person.value())
                .update();
    }

    void removeAll(PersonId person) {
        jdbc.sql("delete from account_address where person = ?")
                .param(person.value())
                .update();
    }

    private static Context context(AddressId id) {
        return new Context("account.email", id.value());
    }
}
