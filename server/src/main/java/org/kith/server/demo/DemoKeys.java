package org.kith.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Json;
import org.kith.server.keys.KnownKey;
import org.kith.server.site.BaseUrl;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.StandInKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A passkey in software for each invented officer, so that one person alone can try the whole way. **Anybody can work
/// these keys out**: they follow from the officers' ids, so that every node of a demonstration has the same.
@Component
@OnlyInDemonstration
class DemoKeys implements StandInKeys {
    /// User present, user verified (WebAuthn level 3 §6.1).
    private static final byte FLAGS = 0x05;

    private final JdbcClient jdbc;
    private final BaseUrl base;
    private final Clock clock;
    private final Map<OfficerId, KnownKey> known = Arrays.stream(DemoOfficer.values())
            .map(DemoOfficer::id)
            .collect(Collectors.toUnmodifiableMap(id -> id, id -> KnownKey.of(hash("demonstration key of " + id))));

    DemoKeys(JdbcClient jdbc, BaseUrl base, Clock clock) {
        this.jdbc = jdbc;
        this.base = base;
        this.clock = clock;
    }

    /// Enters the public halves beside the officers.
    void register() {
        known.forEach(this::register);
    }

    @Override
    public Optional<String> show(OfficerId officer, byte[] challenge) {
        return Optional.ofNullable(known.get(officer)).map(key -> answer(officer, key, challenge));
    }

    private void register(OfficerId officer, KnownKey key) {
        var sql = """
            insert into officer_passkey (credential_id, officer, public_key, attestation, sign_count, uv, backup, backed_up,
                                         transports, created, last_used)
            values (:id, :officer, :key, '', 0, true, false, false, '{}', :now, :now)
            on conflict (credential_id) do nothing
            """;
        jdbc.sql(sql)
                .param("id", credential(officer))
                .param("officer", officer.value())
                .param("key", cose(key))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private String answer(OfficerId officer, KnownKey key, byte[] challenge) {
        var id = Base64Url.write(credential(officer));
        var authenticator = ByteBuffer.allocate(37)
                .put(hash(base.host()))
                .put(FLAGS)
                .putInt(0)
                .array();
        var client = Json.write(
                Map.of("type", "webauthn.get", "challenge", Base64Url.write(challenge), "origin", base.origin()));
        var response = Map.of(
                "authenticatorData",
                Base64Url.write(authenticator),
                "clientDataJSON",
                Base64Url.write(client),
                "signature",
                Base64Url.write(key.sign(authenticator, sha256(client))));
        var shown = Map.of(
                "id", id, "rawId", id, "type", "public-key", "clientExtensionResults", Map.of(), "response", response);
        return new String(Json.write(shown), UTF_8);
    }

    private static byte[] credential(OfficerId officer) {
        return hash("demonstration passkey of " + officer);
    }

    /// RFC 9053 §7.2.
    private static byte[] cose(KnownKey key) {
        return Cbor.write(Cbor.map()
                .put(1, new Cbor.Int(1))
                .put(3, new Cbor.Int(-8))
                .put(-1, new Cbor.Int(6))
                .put(-2, new Cbor.Bytes(key.publicHalf()))
                .build());
    }

    private static byte[] hash(String text) {
        return sha256(text.getBytes(UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
