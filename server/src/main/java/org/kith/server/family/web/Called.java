package org.kith.server.family.web;

import java.util.Locale;
import java.util.Optional;

/// A short name as somebody typed it, and other small readings of forms.
final class Called {
    private static final int MOST = 60;

    private Called() {}

    /// Without control and direction characters, which would reorder what stands around it.
    static Optional<String> of(String typed) {
        var plain = typed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        return plain.isEmpty() || plain.codePointCount(0, plain.length()) > MOST
                ? Optional.empty()
                : Optional.of(plain);
    }

    static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
