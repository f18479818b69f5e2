package org.kith.server.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kith.server.passkey.Passkeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Ends the passkeys of officers, and remembers until when each was whose: what was signed with one stays signed.
@Repository
public class PasskeyEnds {
    private final Passkeys<OfficerId> passkeys;
    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyEnds(Passkeys<OfficerId> passkeys, JdbcClient jdbc, Clock clock) {
        this.passkeys = passkeys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// When a passkey ended; nothing while it is still somebody's.
    public Optional<Instant> of(byte[] credential) {
        var sql = "select ended from officer_passkey_past where credential_id = ?";
        return jdbc.sql(sql)
                .param(credential)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /// A passkey that was an officer's at that time and is no longer.
    Optional<KeyThen> of(OfficerId officer, byte[] credential, Instant then) {
        var sql = """
            select public_key, created from officer_passkey_past
            where credential_id = :credential and officer = :officer and created <= :then and ended > :then
            """;
        return jdbc.sql(sql)
                .param("credential", credential)
                .param("officer", officer.value())
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new KeyThen(
                        row.getBytes("public_key"),
                        row.getObject("created", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    record KeyThen(byte[] publicKey, Instant from) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void endAll(OfficerId officer) {
        var sql = """
            insert into officer_passkey_past (credential_id, officer, public_key, created, ended)
            select credential_id, officer, public_key, created, :now from officer_passkey where officer = :officer
            on conflict (credential_id) do nothing
            """;
        jdbc.sql(sql)
                .param("officer", officer.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        passkeys.forgetAll(officer);
    }
}
