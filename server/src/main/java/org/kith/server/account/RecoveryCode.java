package org.kith.server.account;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What somebody types whose ways in are all lost: 140 random bits that nobody chose and no other place keeps.
///
/// @param text 28 characters of Crockford's base 32
public record RecoveryCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 28;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    public RecoveryCode {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("not a recovery code");
    }

    static RecoveryCode fresh(RandomGenerator random) {
        var code = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return new RecoveryCode(code.toString());
    }

    /// Reads what a person typed: in small letters, with spaces and hyphens, O for 0, I or L for 1.
    static Optional<RecoveryCode> parse(String typed) {
        var plain = SignInCode.read(typed);
        return SHAPE.matcher(plain).matches() ? Optional.of(new RecoveryCode(plain)) : Optional.empty();
    }

    /// In groups of four, as it is read from paper: `7K4M 2Q9D …`.
    public String printed() {
        return String.join(" ", text.split("(?<=\\G.{4})"));
    }

    /// Nobody finds the code in a log.
    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
