package org.kith.server.staff;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// Officers as WebAuthn sees users. The user handle is the officer's random id; the register alone adds and removes.
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
    private final Officers officers;

    PasskeyUsers(Officers officers) {
        this.officers = officers;
    }

    static Bytes handle(OfficerId id) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array());
    }

    static OfficerId officer(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new OfficerId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(officer(handle));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return find(new OfficerId(UUID.fromString(id)));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("officers are invited");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("officers are disabled");
    }

    private @Nullable PublicKeyCredentialUserEntity find(OfficerId id) {
        return officers.find(id)
                .map(entry -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(id))
                        .name(entry.name())
                        .displayName(entry.name())
                        .build())
                .orElse(null);
    }
}
