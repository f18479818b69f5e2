package org.kith.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kith.credential.identity.PasskeyAssertion;
import org.kith.server.passkey.PasskeySignature;
import org.kith.server.staff.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The signatures of officers under checks.
@Repository
class CheckSignatures {
    private final JdbcClient jdbc;

    CheckSignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Signed(OfficerId officer, PasskeySignature signature) {}

    /// In the order in which they signed.
    List<Signed> of(CheckId check) {
        var sql = """
            select * from check_signature where check_id = :check order by signed_at, officer
            """;
        return jdbc.sql(sql)
                .param("check", check.value())
                .query(CheckSignatures::row)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(CheckId check, OfficerId officer, PasskeySignature signature, Instant now) {
        var sql = """
            insert into check_signature
                (check_id, officer, credential_id, public_key, key_from, authenticator_data, client_data, signature,
                 signed_at)
            values (:check, :officer, :credential, :key, :from, :authenticator, :client, :signature, :now)
            on conflict (check_id, officer) do nothing
            """;
        jdbc.sql(sql)
                .param("check", check.value())
                .param("officer", officer.value())
                .param("credential", signature.credentialId())
                .param("key", signature.publicKey())
                .param("from", signature.keyFrom().atOffset(ZoneOffset.UTC))
                .param("authenticator", signature.assertion().authenticatorData())
                .param("client", signature.assertion().clientData())
                .param("signature", signature.assertion().signature())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(CheckId check) {
        jdbc.sql("delete from check_signature where check_id = :check")
                .param("check", check.value())
                .update();
    }

    private static Signed row(ResultSet row, int number) throws SQLException {
        var assertion = new PasskeyAssertion(
                row.getBytes("authenticator_data"), row.getBytes("client_data"), row.getBytes("signature"));
        return new Signed(
                new OfficerId(row.getObject("officer", UUID.class)),
                new PasskeySignature(
                        row.getBytes("credential_id"),
                        row.getBytes("public_key"),
                        row.getObject("key_from", OffsetDateTime.class).toInstant(),
                        assertion));
    }
}
