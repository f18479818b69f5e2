package org.kith.server.card;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.credential.status.StatusReference;

/// One showing of a card: a print, or a code on a screen.
///
/// @param label   counts a card's prints, so that a holder can tell one sheet from another; 0 on a screen
/// @param endsAt  when its code runs out
/// @param endedAt when its holder ended it before; null unless they did
public record CardCopy(
        Id id,
        CardId card,
        Kind kind,
        int label,
        StatusReference status,
        Instant madeAt,
        Instant endsAt,
        @Nullable Instant endedAt) {
    public record Id(UUID value) {}

    public enum Kind {
        PRINT,
        SCREEN,
        /// Bound to a key of a wallet's.
        WALLET
    }

    public boolean countsAt(Instant now) {
        return endedAt == null && now.isBefore(endsAt);
    }
}
