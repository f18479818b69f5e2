package org.kith.server.rollout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A code that lets one person in: 128 random bits in Crockford's alphabet, shown once to the manager who made it.
record InvitationCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /// 26 characters of five bits hold 130; the first carries three.
    private static final int LENGTH = 26;

    static InvitationCode fresh(RandomGenerator random) {
        var text = new StringBuilder().append(ALPHABET.charAt(random.nextInt(8)));
        while (text.length() < LENGTH) text.append(ALPHABET.charAt(random.nextInt(32)));
        return new InvitationCode(text.toString());
    }

    /// What a person typed: small letters, spaces and hyphens are fine, and O, I and L are read as digits.
    static Optional<InvitationCode> parse(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var right = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return right ? Optional.of(new InvitationCode(plain)) : Optional.empty();
    }

    /// In groups that can be read out: `3K7M2 …`.
    String printed() {
        return text.replaceAll("(.{5})(?=.)", "$1-");
    }

    /// 128 random bits need no salt and no slow hash.
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Nobody finds the code in a log.
    @Override
    public String toString() {
        return "InvitationCode[…]";
    }
}
