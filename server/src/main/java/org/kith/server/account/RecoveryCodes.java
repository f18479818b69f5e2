package org.kith.server.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.audit.Actor;
import org.kith.server.keys.Codes;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Recovery codes that were given. Of each only a keyed code is here, made with its person: who reads the table can
/// neither use one nor guess.
@Repository
class RecoveryCodes {
    private final JdbcClient jdbc;
    private final Codes codes;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Codes codes, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.clock = clock;
    }

    /// Takes the place of the one before.
    void put(PersonId person, RecoveryCode code, LinkSecret end, Actor.Officer registrar) {
        var sql = """
            insert into recovery_code (person, code, end_hash, given_by, centre, given)
            values (:person, :code, :end, :officer, :centre, :now)
            on conflict (person) do update set code = excluded.code, end_hash = excluded.end_hash,
                given_by = excluded.given_by, centre = excluded.centre, given = excluded.given
            """;
        jdbc.sql(sql)
                .param("person", person.value())
                .param("code", keyed(person, code))
                .param("end", end.hash())
                .param("officer", registrar.id())
                .param("centre", Objects.requireNonNull(registrar.unit()))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// When it was given, if one is there.
    Optional<Instant> given(PersonId person) {
        return jdbc.sql("select given from recovery_code where person = ?")
                .param(person.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /// The same work whether or not there is one.
    boolean fits(PersonId person, RecoveryCode typed) {
        var kept = jdbc.sql("select code from recovery_code where person = ?")
                .param(person.value())
                .query(byte[].class)
                .optional()
                .orElseGet(() -> new byte[32]);
        return MessageDigest.isEqual(kept, keyed(person, typed));
    }

    /// Whose code the link ends.
    Optional<PersonId> endedBy(String link) {
        return jdbc.sql("select person from recovery_code where end_hash = ?")
                .param(LinkSecret.hashOf(link))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    boolean remove(PersonId person) {
        return jdbc.sql("delete from recovery_code where person = ?")
                        .param(person.value())
                        .update()
                > 0;
    }

    private byte[] keyed(PersonId person, RecoveryCode code) {
        var text = code.text().getBytes(StandardCharsets.US_ASCII);
        var message = ByteBuffer.allocate(2 * Long.BYTES + text.length)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .put(text);
        return codes.lookUp("RECOVERY-CODE", message.array());
    }
}
