package org.kith.server.keys;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// 32 secret bytes, used and never shown.
final class Secret {
    static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HMAC = "HmacSHA256";

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        if (bytes.length != LENGTH) throw new IllegalArgumentException("A secret has " + LENGTH + " bytes.");
        this.bytes = bytes;
    }

    static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    static Secret random() {
        return new Secret(randomBytes(LENGTH));
    }

    static byte[] randomBytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// Only for wrapping under another secret, or for the key store.
    byte[] reveal() {
        return bytes.clone();
    }

    /// AES-256-GCM with a random nonce of 12 bytes in front.
    Aead aead() {
        return new AesGcm(bytes);
    }

    /// HMAC-SHA-256 over `label`, a zero byte, then `message`: two labels never give one message the same code.
    byte[] mac(byte[] label, byte[] message) {
        var mac = ready();
        mac.update(label);
        mac.update((byte) 0);
        return mac.doFinal(message);
    }

    /// HMAC-SHA-256 with this key in it.
    Mac ready() {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
