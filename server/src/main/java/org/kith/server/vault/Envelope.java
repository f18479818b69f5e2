package org.kith.server.vault;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/// A sealed value as it lies in a column: a byte for the form, then AES-256-GCM bound to its owner and place.
final class Envelope {
    private static final byte FORM = 1;

    private Envelope() {}

    static byte[] seal(Aead key, UUID owner, Context context, byte[] plain) {
        try {
            var sealed = key.encrypt(plain, bound(owner, context));
            return ByteBuffer.allocate(1 + sealed.length).put(FORM).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be sealed.", e);
        }
    }

    static byte[] open(Aead key, UUID owner, Context context, byte[] sealed) {
        if (sealed.length == 0 || sealed[0] != FORM) throw new IllegalStateException("A sealed value is damaged.");

        try {
            return key.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), bound(owner, context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value was altered, or is another person's or place's.", e);
        }
    }

    /// Two ids of fixed length, then the purpose: no two places are written alike.
    private static byte[] bound(UUID owner, Context context) {
        var purpose = context.purpose().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 * Long.BYTES + purpose.length)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .putLong(context.row().getMostSignificantBits())
                .putLong(context.row().getLeastSignificantBits())
                .put(purpose)
                .array();
    }
}
