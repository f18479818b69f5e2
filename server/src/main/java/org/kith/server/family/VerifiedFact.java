package org.kith.server.family;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an officer saw that a paper shows.
///
/// @param fact in the officer's words
/// @param step the one of a group of ancestors that it tells of; null where no officer said
public record VerifiedFact(
        String fact, UUID officer, Instant at, @Nullable String step) {
    @Override
    public String toString() {
        return "VerifiedFact[…]";
    }
}
