package org.kith.server.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// The only key to something of a person who is not signed in: their browser has it, in a cookie, and nobody else.
@SuppressWarnings("ArrayRecordComponent") // lives for one call
public record BrowserKey(UUID id, byte[] key) {
    private static final int KEY_BYTES = 32;

    /// A new one, as it is put into a cookie.
    public static String random(SecureRandom random) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var id = UUID.randomUUID();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16 + KEY_BYTES)
                        .put(bytes(id))
                        .put(key)
                        .array());
    }

    /// Reads a cookie, which may say anything.
    public static Optional<BrowserKey> parse(String cookie) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cookie));
            if (bytes.remaining() != 16 + KEY_BYTES) return Optional.empty();
            var id = new UUID(bytes.getLong(), bytes.getLong());
            var key = new byte[KEY_BYTES];
            bytes.get(key);
            return Optional.of(new BrowserKey(id, key));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// Seals something for this browser.
    ///
    /// @param bound without which it does not open again
    public byte[] seal(byte[] plain, byte[] bound) {
        try {
            return new AesGcmJce(key).encrypt(plain, with(bound));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Nothing where it was sealed under another key, or bound to something else.
    public Optional<byte[]> open(byte[] sealed, byte[] bound) {
        try {
            return Optional.of(new AesGcmJce(key).decrypt(sealed, with(bound)));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] with(byte[] bound) {
        return ByteBuffer.allocate(16 + bound.length).put(bytes(id)).put(bound).array();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return "BrowserKey[…]";
    }
}
