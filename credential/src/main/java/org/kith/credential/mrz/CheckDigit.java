package org.kith.credential.mrz;

/// The check digit of ICAO 9303-3 §4.9: weights 7, 3, 1 over the characters' values, modulo 10.
///
/// It cannot tell apart characters whose values differ by a multiple of ten: `0`, `A`, `K`, `U` and the
/// filler are
/// one
/// to it, and so are `1`, `B`, `L`, `V`, and so on.
public final class CheckDigit {
    private CheckDigit() {}

    /// The check digit, `'0'` to `'9'`, of `data` made of `0`–`9`, `A`–`Z` and the filler `<`.
    ///
    /// @throws IllegalArgumentException if another character is among them
    public static char of(CharSequence data) {
        var sum = 0;
        for (var i = 0; i < data.length(); i++) {
            sum += value(data.charAt(i)) * weight(i);
        }
        return (char) ('0' + sum % 10);
    }

    static int value(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
        if (c == '<') return 0;
        throw new IllegalArgumentException("not a character of the zone");
    }

    private static int weight(int position) {
        return switch (position % 3) {
            case 0 -> 7;
            case 1 -> 3;
            default -> 1;
        };
    }
}
