package org.kith.server.vault;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The store of secrets that no other table has a place for.
@Repository
class Secrets {
    private static final RowMapper<Sealed> SEALED = (row, _) -> {
        var person = row.getObject("person", UUID.class);
        return new Sealed(person == null ? null : new PersonId(person), row.getBytes("sealed"));
    };

    private final JdbcClient jdbc;

    Secrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Never compared, so an array does no harm.
    ///
    /// @param person none where it belongs to the house
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(@Nullable PersonId person, byte[] bytes) {}

    void add(SecretId id, @Nullable PersonId person, byte[] sealed) {
        var sql = "insert into vault_secret (id, person, sealed) values (:id, :person, :sealed)";
        jdbc.sql(sql)
                .param("id", id.value())
                .param("person", person == null ? null : person.value())
                .param("sealed", sealed)
                .update();
    }

    Optional<Sealed> find(SecretId id) {
        var sql = "select person, sealed from vault_secret where id = :id";
        return jdbc.sql(sql).param("id", id.value()).query(SEALED).optional();
    }

    void remove(SecretId id) {
        jdbc.sql("delete from vault_secret where id = :id")
                .param("id", id.value())
                .update();
    }

    void removeAll(PersonId person) {
        var sql = "delete from vault_secret where person = :person";
        jdbc.sql(sql).param("person", person.value()).update();
    }
}
