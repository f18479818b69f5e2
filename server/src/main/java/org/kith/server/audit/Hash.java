package org.kith.server.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 hash, in 64 small hexadecimal digits.
record Hash(String hex) {
    private static final int BYTES = 32;

    /// What the first of a chain follows.
    static final Hash ZERO = new Hash("0".repeat(2 * BYTES));

    Hash {
        if (HexFormat.of().parseHex(hex).length != BYTES) throw new IllegalArgumentException("A hash has 32 bytes.");
    }

    static Hash read(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    static Hash over(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return read(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
