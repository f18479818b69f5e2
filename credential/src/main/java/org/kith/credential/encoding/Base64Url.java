package org.kith.credential.encoding;

import java.util.Base64;

/// Base64url without padding, as JOSE uses it (RFC 7515 §2): one text for some bytes and no other.
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

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
}
