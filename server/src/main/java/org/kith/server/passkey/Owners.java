package org.kith.server.passkey;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// Those who sign in, as WebAuthn sees users. The user handle is their random id; nobody is added or removed here.
///
/// @param of   an owner by their id
/// @param id   an owner's id
/// @param name what the owner's device calls the passkey; nothing for somebody who may have none
public record Owners<O>(Function<UUID, O> of, Function<O, UUID> id, Function<O, Optional<String>> name)
        implements PublicKeyCredentialUserEntityRepository {

    static Bytes handle(UUID id) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static UUID idIn(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(idIn(handle));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return find(UUID.fromString(id));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("owners are added elsewhere");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("owners are removed elsewhere");
    }

    private @Nullable PublicKeyCredentialUserEntity find(UUID owner) {
        return name.apply(of.apply(owner))
                .map(name -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(owner))
                        .name(name)
                        .displayName(name)
                        .build())
                .orElse(null);
    }
}
