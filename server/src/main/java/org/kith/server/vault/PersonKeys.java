package org.kith.server.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The store of person keys, in a schema of its own that data backups leave out.
@Repository
class PersonKeys {
    private static final RowMapper<PersonKey> KEY = (row, _) -> new PersonKey(
            new CountryCode(row.getString("country")),
            row.getBytes("wrapped"),
            instant(row.getObject("erased_at", OffsetDateTime.class)));

    private final JdbcClient jdbc;

    PersonKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Never compared, so an array does no harm.
    ///
    /// @param wrapped none once the person is erased
    @SuppressWarnings("ArrayRecordComponent")
    record PersonKey(
            CountryCode country,
            byte @Nullable [] wrapped,
            @Nullable Instant erasedAt) {}

    void add(PersonId person, CountryCode country, byte[] wrapped, Instant now) {
        var sql = """
                insert into keystore.person_key (person, country, wrapped, enrolled_at)
                values (:person, :country, :wrapped, :now)
                """;
        jdbc.sql(sql)
                .param("person", person.value())
                .param("country", country.value())
                .param("wrapped", wrapped)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<PersonKey> find(PersonId person) {
        return select("select country, wrapped, erased_at from keystore.person_key where person = :person", person);
    }

    Optional<PersonKey> lock(PersonId person) {
        return select(
                "select country, wrapped, erased_at from keystore.person_key where person = :person for update",
                person);
    }

    void rewrap(PersonId person, CountryCode country, byte[] wrapped) {
        var sql = "update keystore.person_key set country = :country, wrapped = :wrapped where person = :person";
        jdbc.sql(sql)
                .param("person", person.value())
                .param("country", country.value())
                .param("wrapped", wrapped)
                .update();
    }

    void destroy(PersonId person, Instant now) {
        var sql = """
                update keystore.person_key set wrapped = null, erased_at = :now
                where person = :person and erased_at is null
                """;
        jdbc.sql(sql)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<PersonKey> select(String sql, PersonId person) {
        return jdbc.sql(sql).param("person", person.value()).query(KEY).optional();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
