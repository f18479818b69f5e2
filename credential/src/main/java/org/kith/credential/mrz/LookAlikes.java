package org.kith.credential.mrz;

import java.text.Normalizer;
import java.util.Locale;

/// Brings typed text into the zone's alphabet, where what was meant is plain.
final class LookAlikes {
    /// One sign on many keyboards for what the zone prints as one or two fillers.
    static final char GUILLEMET = '«';

    private static final String FILLERS = "‹〈⟨❮˂ᐸ";
    private static final String GUILLEMETS = "≪《⟪";

    /// Letters of Cyrillic and Greek keyboards that look the same as Latin ones.
    private static final String OTHER_SCRIPTS = "АВЕКМНОРСТХУІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final String LATIN = "ABEKMHOPCTXYIJSABEZHIKMNOPTYX";

    private static final String LETTERS = "OQDILZSBG";
    private static final String THEIR_DIGITS = "000112586";
    private static final String DIGITS = "012586";
    private static final String THEIR_LETTERS = "OIZSBG";

    private LookAlikes() {}

    /// Capitals, Latin letters, plain digits, `\n` between lines, a plain space for any other gap.
    static String normalise(String typed) {
        var folded = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\R", "\n")
                .toUpperCase(Locale.ROOT);
        var text = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> text.append(one(c)));
        return text.toString();
    }

    private static String one(int c) {
        if (c == '\n') return "\n";
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) return " ";
        if (Character.isDigit(c)) return String.valueOf(Character.digit(c, 10));
        if (FILLERS.indexOf(c) >= 0) return "<";
        if (GUILLEMETS.indexOf(c) >= 0) return String.valueOf(GUILLEMET);
        var twin = OTHER_SCRIPTS.indexOf(c);
        return twin >= 0 ? LATIN.substring(twin, twin + 1) : Character.toString(c);
    }

    /// For a place where only a digit can stand: `O` was meant as `0`, and so on.
    static char asDigit(char c) {
        var at = LETTERS.indexOf(c);
        return at < 0 ? c : THEIR_DIGITS.charAt(at);
    }

    /// For a place where only a letter can stand: `0` was meant as `O`, and so on.
    static char asLetter(char c) {
        var at = DIGITS.indexOf(c);
        return at < 0 ? c : THEIR_LETTERS.charAt(at);
    }
}
