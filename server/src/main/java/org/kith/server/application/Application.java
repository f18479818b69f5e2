package org.kith.server.application;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;

/// What a person asks for, without a word of what they said: answers lie sealed beside it.
///
/// @param pack      digest of the programme pack it was filed under
/// @param residence the country whose key wraps the person's; `ZZZ` until filed
/// @param revision  grows with each step; a step on an older one is refused
public record Application(
        ApplicationId id,
        PersonId person,
        Stage stage,
        String pack,
        @Nullable Reference reference,
        CountryCode residence,
        Instant startedAt,
        @Nullable Instant filedAt,
        int revision) {

    public Optional<Reference> filedReference() {
        return Optional.ofNullable(reference);
    }
}
