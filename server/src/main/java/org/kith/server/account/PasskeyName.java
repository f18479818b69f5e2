package org.kith.server.account;

import java.util.Optional;

/// What somebody calls a passkey of theirs, such as “my telephone”.
public record PasskeyName(String value) {
    private static final int LONGEST = 60;

    public PasskeyName {
        if (!fits(value)) throw new IllegalArgumentException("a passkey has a name of 60 characters at most");
    }

    public static Optional<PasskeyName> of(String typed) {
        var value = typed.strip();
        return fits(value) ? Optional.of(new PasskeyName(value)) : Optional.empty();
    }

    private static boolean fits(String value) {
        return !value.isBlank()
                && value.codePointCount(0, value.length()) <= LONGEST
                && value.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "PasskeyName[…]";
    }
}
