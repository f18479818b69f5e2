package org.kith.server.application;

import java.util.Locale;
import java.util.random.RandomGenerator;

/// Numbers that people read out: Crockford's alphabet, which has no letter that is taken for another, the last one a
/// check character. Over GF(32), each place weighs another power of a generator, so one wrong character or two swapped
/// ones never pass.
public final class CheckCharacter {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private CheckCharacter() {}

    /// Five random bits a character, so that knowing one number says nothing of another.
    public static String random(int length, RandomGenerator random) {
        var digits = new StringBuilder();
        for (var i = 0; i < length - 1; i++) digits.append(ALPHABET.charAt(random.nextInt(32)));
        return digits.append(of(digits)).toString();
    }

    /// Whether the last character is right for those before it.
    public static boolean holds(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) return false;
        return of(digits.substring(0, digits.length() - 1)) == digits.charAt(digits.length() - 1);
    }

    /// What a person typed without spaces and hyphens, in capitals.
    public static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    /// O read as 0, I and L as 1.
    public static String unambiguous(String plain) {
        return plain.replace('O', '0').replace('I', '1').replace('L', '1');
    }

    private static char of(CharSequence body) {
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
