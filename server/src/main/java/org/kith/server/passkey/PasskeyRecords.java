package org.kith.server.passkey;

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

/// The public halves of passkeys, in one table for each kind of owner.
public final class PasskeyRecords implements UserCredentialRepository {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final String owner;
    private final String columns;

    /// @param table where they lie
    /// @param owner the column that says whose they are
    public PasskeyRecords(JdbcClient jdbc, Clock clock, String table, String owner) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
        this.owner = owner;
        this.columns = """
            credential_id, %s as owner, public_key, attestation, client_data, sign_count, uv, backup, backed_up, transports,
            created, last_used from %s""".formatted(owner, table);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        var sql = "select " + columns + " where credential_id = ?";
        return jdbc.sql(sql)
                .param(credential.getBytes())
                .query(PasskeyRecords::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        var sql = "select " + columns + " where " + owner + " = ?";
        return jdbc.sql(sql)
                .param(Owners.idIn(handle))
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
        jdbc.sql("delete from " + table + " where credential_id = ?")
                .param(credential.getBytes())
                .update();
    }

    void deleteAll(UUID of) {
        jdbc.sql("delete from " + table + " where " + owner + " = ?").param(of).update();
    }

    private void add(CredentialRecord record) {
        var sql = """
                insert into %s (credential_id, %s, public_key, attestation, client_data, sign_count, uv,
                                             backup, backed_up, transports, created, last_used)
                values (:id, :owner, :key, :attestation, :client_data, :count, :uv, :backup, :backed_up, :transports,
                        :now, :now)
                """.formatted(table, owner);
        var attestation = record.getAttestationObject();
        if (attestation == null) throw new IllegalArgumentException("a passkey comes with its attestation object");

        var clientData = record.getAttestationClientDataJSON();
        jdbc.sql(sql)
                .param("id", record.getCredentialId().getBytes())
                .param("owner", Owners.idIn(record.getUserEntityUserId()))
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
                update %s set sign_count = :count, last_used = :now
                where credential_id = :id and (sign_count < :count or sign_count = 0 and :count = 0)
                """.formatted(table);
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
                .userEntityUserId(Owners.handle(row.getObject("owner", UUID.class)))
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
