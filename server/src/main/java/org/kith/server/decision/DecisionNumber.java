package org.kith.server.decision;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.kith.server.application.CheckCharacter;

/// The number a person quotes of a decision. Random, so that nobody counts decisions by it.
public record DecisionNumber(String value) {
    private static final int LENGTH = 8;

    public DecisionNumber {
        if (value.length() != LENGTH || !CheckCharacter.holds(value)) {
            throw new IllegalArgumentException("not a decision number");
        }
    }

    static DecisionNumber random(RandomGenerator random) {
        return new DecisionNumber(CheckCharacter.random(LENGTH, random));
    }

    /// Reads what someone typed: `D 7K4M 2Q9D`, in small letters too, with or without the D and spaces.
    public static Optional<DecisionNumber> parse(String typed) {
        var plain = CheckCharacter.plain(typed);
        var digits = CheckCharacter.unambiguous(
                plain.length() == LENGTH + 1 && plain.startsWith("D") ? plain.substring(1) : plain);
        return digits.length() == LENGTH && CheckCharacter.holds(digits)
                ? Optional.of(new DecisionNumber(digits))
                : Optional.empty();
    }

    /// As it is printed: `D 7K4M 2Q9D`.
    public String printed() {
        return "D " + value.substring(0, 4) + " " + value.substring(4);
    }

    @Override
    public String toString() {
        return printed();
    }
}
