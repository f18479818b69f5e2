package org.kith.server.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/// The public halves of officers' passkeys.
@Repository
class PasskeyRecords implements UserCredentialRepository {
    private static final String COLUMNS = """
            credential_id, officer, public_key, attestation, client_data, sign_count, uv, backup, backed_up, transports,
            created, last_used from officer_passkey""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        var sql = "select " + COLUMNS + " where credential_id = ?";
        return jdbc.sql(sql)
                .param(credential.getBytes())
                .query(PasskeyRecords::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        var sql = "select " + COLUMNS + " where officer = ?";
        return jdbc.sql(sql)
                .param(PasskeyUsers.officer(handle).value())
                .query(PasskeyRecords::passkey)
                .list();
    }

    /// Called both for a new passkey and after each use of one.
    @Override
    public void save(CredentialRecord record) {
        if (findByCredentialId(record.getCredentialId()) == null) add(record);
        else use(record);
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from officer_passkey where credential_id = ?")
                .param(credential.getBytes())
                .update();
    }

    void deleteAll(OfficerId officer) {
        jdbc.sql("delete from officer_passkey where officer = ?")
                .param(officer.value())
                .update();
    }

    private void add(CredentialRecord record) {
        var sql = """
                insert into officer_passkey (credential_id, officer, public_key, attestation, client_data, sign_count, uv,
                                             backup, backed_up, transports, created, last_used)
                values (:id, :officer, :key, :attestation, :client_data, :count, :uv, :backup, :backed_up, :transports,
                        :now, :now)
                """;
        var attestation = record.getAttestationObject();
        if (attestation == null) throw new IllegalArgumentException("a passkey comes with its attestation object");

        var clientData = record.getAttestationClientDataJSON();
        jdbc.sql(sql)
                .param("id", record.getCredentialId().getBytes())
                .param(
                        "officer",
                        PasskeyUsers.officer(record.getUserEntityUserId()).value())
                .param("key", record.getPublicKey().getBytes())
                .param("attestation", attestation.getBytes())
                .param("client_data", clientData == null ? null : clientData.getBytes())
                .param("count", record.getSignatureCount())
                .param("uv", record.isUvInitialized())
                .param("backup", record.isBackupEligible())
                .param("backed_up", record.isBackupState())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// The count of signatures must grow, unless the authenticator keeps none (WebAuthn §6.1.1): a copy falls behind.
    private void use(CredentialRecord record) {
        var sql = """
                update officer_passkey set sign_count = :count, last_used = :now
                where credential_id = :id and (sign_count < :count or sign_count = 0 and :count = 0)
                """;
        var rows = jdbc.sql(sql)
                .param("count", record.getSignatureCount())
                .param("now", OffsetDateTime.now(clock))
                .param("id", record.getCredentialId().getBytes())
                .update();
        if (rows == 0) throw new BadCredentialsException("the passkey's count of signatures did not grow");
    }

    private static CredentialRecord passkey(ResultSet row, int index) throws SQLException {
        var clientData = row.getBytes("client_data");
        var record = ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyUsers.handle(new OfficerId(row.getObject("officer", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("uv"))
                .backupEligible(row.getBoolean("backup"))
                .backupState(row.getBoolean("backed_up"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .created(row.getObject("created", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used", OffsetDateTime.class).toInstant())
                .label("passkey");
        if (clientData != null) record.attestationClientDataJSON(new Bytes(clientData));
        return record.build();
    }
}
