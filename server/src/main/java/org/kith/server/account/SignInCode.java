package org.kith.server.account;

import java.util.Locale;
import org.kith.server.site.LinkSecret;

/// Six characters that stand for a link, short enough to carry from one screen to another: thirty bits, worth something
/// only in the browser that asked, and there for a few tries.
final class SignInCode {
    /// Crockford's: no I, L, O or U.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;

    private SignInCode() {}

    static String of(String link) {
        var hash = LinkSecret.hashOf("code of " + link);
        var code = new StringBuilder(LENGTH);
        // 256 is a multiple of 32, so each character is as likely as any other.
        for (var i = 0; i < LENGTH; i++) code.append(ALPHABET.charAt(hash[i] & 31));
        return code.toString();
    }

    /// The code as somebody typed it, in one spelling: small letters, spaces and look-alikes are forgiven.
    static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
