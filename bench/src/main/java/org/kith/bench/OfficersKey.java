package org.kith.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;

/// An officer's passkey in software, ES256 as most are.
final class OfficersKey {
    /// User present, user verified (WebAuthn level 3 §6.1).
    private static final byte FLAGS = 0x05;

    private final byte[] id = UUID.randomUUID().toString().getBytes(UTF_8);
    private final KeyPair pair;
    private final String origin;

    OfficersKey(String origin) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
        this.origin = origin;
    }

    /// As if the officer had added it a day ago.
    void register(Connection connection, UUID officer) throws SQLException, Malformed {
        var sql = """
                insert into officer_passkey (credential_id, officer, public_key, attestation, sign_count, uv, backup,
                                             backed_up, transports, created, last_used)
                values (?, ?, ?, '', 0, true, false, false, '{}', now() - interval '1 day', now())
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, id);
            statement.setObject(2, officer);
            statement.setBytes(3, cose());
            statement.executeUpdate();
        }
    }

    /// What a browser would send after the officer touched the key.
    String show(byte[] challenge) throws GeneralSecurityException {
        var authenticator = ByteBuffer.allocate(37)
                .put(sha256("localhost".getBytes(UTF_8)))
                .put(FLAGS)
                .putInt(0)
                .array();
        var client =
                Json.write(Map.of("type", "webauthn.get", "challenge", Base64Url.write(challenge), "origin", origin));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(authenticator);
        signature.update(sha256(client));
        var response = Map.of(
                "authenticatorData",
                Base64Url.write(authenticator),
                "clientDataJSON",
                Base64Url.write(client),
                "signature",
                Base64Url.write(signature.sign()));
        var shown = Map.of(
                "id",
                Base64Url.write(id),
                "rawId",
                Base64Url.write(id),
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "response",
                response);
        return new String(Json.write(shown), UTF_8);
    }

    /// RFC 9053 §7.1.1.
    private byte[] cose() throws Malformed {
        var point = Jwk.of((ECPublicKey) pair.getPublic()).toMap();
        return Cbor.write(Cbor.map()
                .put(1, new Cbor.Int(2))
                .put(3, new Cbor.Int(-7))
                .put(-1, new Cbor.Int(1))
                .put(-2, new Cbor.Bytes(Base64Url.read(String.valueOf(point.get("x")))))
                .put(-3, new Cbor.Bytes(Base64Url.read(String.valueOf(point.get("y")))))
                .build());
    }

    static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
