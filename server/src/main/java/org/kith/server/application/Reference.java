package org.kith.server.application;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The number of an application that a person can read out: the state's letters and eight characters of Crockford's
/// alphabet, which has no letter that is taken for another. The last is a check character: over GF(32), each place
/// weighs another power of a generator, so one wrong character or two swapped ones never pass.
public record Reference(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    public Reference {
        if (!value.matches("[A-Z]{3}[0-9A-Z]{8}") || !checks(value.substring(3))) {
            throw new IllegalArgumentException("not a reference number");
        }
    }

    /// A new one; 35 random bits, so that knowing one says nothing of another.
    static Reference random(String state, RandomGenerator random) {
        var digits = new StringBuilder();
        for (var i = 0; i < LENGTH - 1; i++) digits.append(ALPHABET.charAt(random.nextInt(32)));
        return new Reference(state + digits + checkOf(digits));
    }

    /// Reads what a person typed or said: in small letters, with spaces and hyphens, O for 0, I or L for 1.
    public static Optional<Reference> parse(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (plain.length() != 3 + LENGTH) return Optional.empty();

        var digits = plain.substring(3).replace('O', '0').replace('I', '1').replace('L', '1');
        if (!digits.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) || !checks(digits)) return Optional.empty();
        return Optional.of(new Reference(plain.substring(0, 3) + digits));
    }

    /// As it is printed: `UTO 7K4M 2Q9D`.
    public String printed() {
        return value.substring(0, 3) + " " + value.substring(3, 7) + " " + value.substring(7);
    }

    @Override
    public String toString() {
        return printed();
    }

    private static boolean checks(String digits) {
        var body = digits.substring(0, LENGTH - 1);
        return checkOf(body) == digits.charAt(LENGTH - 1);
    }

    private static char checkOf(CharSequence body) {
        var sum = 0;
        for (var i = 0; i < body.length(); i++) sum = timesGenerator(sum ^ ALPHABET.indexOf(body.charAt(i)));
        return ALPHABET.charAt(sum);
    }

    /// Multiplies by x in GF(2)[x] modulo x^5 + x^2 + 1, which is primitive.
    private static int timesGenerator(int value) {
        var shifted = value << 1;
        return (shifted & 0b100000) == 0 ? shifted : (shifted ^ 0b100101);
    }
}
