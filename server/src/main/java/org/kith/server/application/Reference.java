package org.kith.server.application;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The number of an application that a person can read out: the state's letters and eight characters, the last a
/// [CheckCharacter].
public record Reference(String value) {
    private static final int LENGTH = 8;

    public Reference {
        if (!value.matches("[A-Z]{3}[0-9A-Z]{8}") || !CheckCharacter.holds(value.substring(3))) {
            throw new IllegalArgumentException("not a reference number");
        }
    }

    /// A new one; 35 random bits, so that knowing one says nothing of another.
    static Reference random(String state, RandomGenerator random) {
        return new Reference(state + CheckCharacter.random(LENGTH, random));
    }

    /// Reads what a person typed or said: in small letters, with spaces and hyphens, O for 0, I or L for 1.
    public static Optional<Reference> parse(String typed) {
        var plain = CheckCharacter.plain(typed);
        if (plain.length() != 3 + LENGTH) return Optional.empty();

        var digits = CheckCharacter.unambiguous(plain.substring(3));
        return CheckCharacter.holds(digits) && plain.substring(0, 3).matches("[A-Z]{3}")
                ? Optional.of(new Reference(plain.substring(0, 3) + digits))
                : Optional.empty();
    }

    /// As it is printed: `UTO 7K4M 2Q9D`.
    public String printed() {
        return value.substring(0, 3) + " " + value.substring(3, 7) + " " + value.substring(7);
    }

    @Override
    public String toString() {
        return printed();
    }
}
