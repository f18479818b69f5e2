package org.kith.server.card;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.card.CardTransitions.Party;
import org.kith.server.decision.Measure;
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

    /// What can be decided about it as it stands.
    public List<Measure> possibleMeasures() {
        return Stream.of(Measure.values())
                .filter(measure -> CardTransitions.after(stage, CardTransitions.step(measure), Party.DECISION)
                        .isPresent())
                .toList();
    }

    public boolean isActive() {
        return stage == CardStage.ACTIVE;
    }
}
