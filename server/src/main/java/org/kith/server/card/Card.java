package org.kith.server.card;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.vault.PersonId;

/// How a card stands, without a word of what is on it.
///
/// @param heldBy     why it is suspended; null unless it is
/// @param validUntil the last day
/// @param pack       digest of the programme pack it was issued under
public record Card(
        CardId id,
        ApplicationId application,
        PersonId person,
        CardNumber number,
        CardStage stage,
        @Nullable Hold heldBy,
        LocalDate validFrom,
        LocalDate validUntil,
        String pack,
        Instant issuedAt,
        int revision) {

    public enum Hold {
        DECISION,
        HOLDER
    }

    /// The first moment after its last day; days of a card are UTC's.
    public Instant endsAt() {
        return validUntil.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public boolean isActive() {
        return stage == CardStage.ACTIVE;
    }
}
