package org.kith.credential.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/// SHA-256 over an issuer's address and its keys with purpose and time, as 64 hexadecimal digits.
///
/// @param hex lower case
public record Fingerprint(String hex) {
    private static final int GROUP = 4;

    public Fingerprint {
        if (!hex.matches("[0-9a-f]{64}"))
            throw new IllegalArgumentException("A fingerprint has 64 hexadecimal digits.");
    }

    static Fingerprint of(TrustFile file) {
        var lines = file.keys().stream()
                .map(key -> String.join(
                        " ",
                        key.purpose().jsonName(),
                        key.key().thumbprint(),
                        key.notBefore().toString(),
                        key.notAfter().toString()))
                .sorted()
                .collect(Collectors.joining("\n", file.issuer() + "\n", "\n"));
        return new Fingerprint(HexFormat.of().formatHex(sha256(lines)));
    }

    /// Reads a fingerprint as a person types it: any case, spaces and colons between.
    ///
    /// @throws IllegalArgumentException if it is not one
    public static Fingerprint parse(String typed) {
        return new Fingerprint(typed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT));
    }

    /// In groups of four, for reading aloud.
    @Override
    public String toString() {
        return hex.toUpperCase(Locale.ROOT).replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
