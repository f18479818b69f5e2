package org.kith.server.card;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The number on a card: eleven random digits, so that one says nothing of another, and a check digit by Damm's
/// method, which notices every single wrong digit and every two neighbours swapped. It is not in the card's code.
public record CardNumber(String value) {
    private static final int LENGTH = 12;

    /// A totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004).
    private static final String[] QUASIGROUP = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    public CardNumber {
        if (!holds(value)) throw new IllegalArgumentException("not a card number");
    }

    static CardNumber random(RandomGenerator random) {
        var digits = new StringBuilder();
        for (var i = 0; i < LENGTH - 1; i++) digits.append((char) ('0' + random.nextInt(10)));
        return new CardNumber(digits.append((char) ('0' + interim(digits))).toString());
    }

    /// Reads what someone typed, with the letters before it or without, in any script's digits.
    public static Optional<CardNumber> parse(String typed) {
        var digits = new StringBuilder();
        typed.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        return holds(digits) ? Optional.of(new CardNumber(digits.toString())) : Optional.empty();
    }

    /// As it stands on a card: `UTO 4071 9926 3058`.
    public String printed(String prefix) {
        return prefix + " " + value.substring(0, 4) + " " + value.substring(4, 8) + " " + value.substring(8);
    }

    private static boolean holds(CharSequence digits) {
        return digits.length() == LENGTH
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && interim(digits) == 0;
    }

    private static int interim(CharSequence digits) {
        var interim = 0;
        for (var i = 0; i < digits.length(); i++) interim = QUASIGROUP[interim].charAt(digits.charAt(i) - '0') - '0';
        return interim;
    }
}
