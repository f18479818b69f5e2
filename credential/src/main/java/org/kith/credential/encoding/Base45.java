package org.kith.credential.encoding;

/// Base45 (RFC 9285): two bytes as three letters of a QR code's alphanumeric mode, the lowest digit first.
public final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;

    private Base45() {}

    public static String write(byte[] bytes) {
        var text = new StringBuilder(bytes.length / 2 * 3 + 2);
        for (var at = 0; at + 1 < bytes.length; at += 2) {
            var pair = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
            append(text, pair % BASE).append(ALPHABET.charAt(pair / BASE % BASE));
            append(text, pair / (BASE * BASE));
        }
        if (bytes.length % 2 == 1) {
            var last = bytes[bytes.length - 1] & 0xFF;
            append(text, last % BASE);
            append(text, last / BASE);
        }
        return text.toString();
    }

    /// Refuses letters outside the alphabet, a length no bytes have, and groups beyond 65535 or 255 (RFC 9285
    /// §6).
    public static byte[] read(String text) throws Malformed {
        var rest = text.length() % 3;
        if (rest == 1) throw new Malformed("Base45 of a length that no bytes have");

        var bytes = new byte[text.length() / 3 * 2 + rest / 2];
        var written = 0;
        for (var at = 0; at + 2 < text.length(); at += 3) {
            var pair = digit(text, at) + digit(text, at + 1) * BASE + digit(text, at + 2) * BASE * BASE;
            if (pair > 0xFFFF) throw new Malformed("Base45 group out of range");
            bytes[written++] = (byte) (pair >> 8);
            bytes[written++] = (byte) pair;
        }
        if (rest == 2) {
            var last = digit(text, text.length() - 2) + digit(text, text.length() - 1) * BASE;
            if (last > 0xFF) throw new Malformed("Base45 group out of range");
            bytes[written] = (byte) last;
        }
        return bytes;
    }

    private static StringBuilder append(StringBuilder text, int digit) {
        return text.append(ALPHABET.charAt(digit));
    }

    private static int digit(String text, int at) throws Malformed {
        var digit = ALPHABET.indexOf(text.charAt(at));
        if (digit < 0) throw new Malformed("a letter that Base45 does not have");
        return digit;
    }
}
