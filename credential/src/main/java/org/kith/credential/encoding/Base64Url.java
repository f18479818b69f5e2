package org.kith.credential.encoding;

import java.util.Arrays;
import java.util.Base64;

/// Base64url without padding, as JOSE uses it (RFC 7515 §2): one text for some bytes and no other.
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    public static String write(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// Refuses padding, line breaks and a last letter with bits to spare set, so that a token has one spelling.
    public static byte[] read(String text) throws Malformed {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (ENCODER.encodeToString(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            throw new Malformed("not base64url");
        }
        throw new Malformed("base64url in another spelling than the one without padding");
    }

    /// The same for the ASCII letters `text[from..to)`, without a copy of the text to compare with.
    public static byte[] read(byte[] text, int from, int to) throws Malformed {
        var spare = spareBits(to - from);
        if (to > from && (text[to - 1] == '=' || (sextet(text[to - 1]) & spare) != 0)) {
            throw new Malformed("base64url in another spelling than the one without padding");
        }
        try {
            return DECODER.decode(Arrays.copyOfRange(text, from, to));
        } catch (IllegalArgumentException e) {
            throw new Malformed("not base64url");
        }
    }

    /// The bits of the last letter that no byte needs.
    private static int spareBits(int length) throws Malformed {
        return switch (length % 4) {
            case 0 -> 0;
            case 2 -> 0b1111;
            case 3 -> 0b11;
            default -> throw new Malformed("not base64url");
        };
    }

    private static int sextet(byte letter) {
        if (letter >= 'A' && letter <= 'Z') return letter - 'A';
        if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
        if (letter >= '0' && letter <= '9') return letter - '0' + 52;
        return letter == '-' ? 62 : 63;
    }
}
