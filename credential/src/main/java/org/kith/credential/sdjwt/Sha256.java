package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Digests as an SD-JWT writes them: SHA-256, base64url without padding (RFC 9901 §4.2.3). For one thread.
final class Sha256 {
    static final String NAME = "sha-256";

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final MessageDigest digest = digest();
    private final byte[] bytes = new byte[32];
    private final byte[] letters = new byte[43];

    /// Of the letters `text[from..to)` as they stand, never of what they decode to.
    String of(byte[] text, int from, int to) {
        digest.update(text, from, to - from);
        try {
            digest.digest(bytes, 0, bytes.length);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
        ENCODER.encode(bytes, letters);
        return new String(letters, ISO_8859_1);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
