package org.kith.server.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// What makes a link work once for the one who holds it. We keep only its SHA-256: who reads our database cannot follow
/// the link.
///
/// @param text 43 characters of base64url, 256 bits
public record LinkSecret(String text) {
    public static LinkSecret fresh(RandomGenerator random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        return hashOf(text);
    }

    /// The hash of whatever text came in; a forged one finds nothing.
    public static byte[] hashOf(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Nobody finds the secret in a log.
    @Override
    public String toString() {
        return "LinkSecret[…]";
    }
}
