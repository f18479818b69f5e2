package org.kith.server.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.card.Card;
import org.kith.server.card.CardCopy;
import org.kith.server.card.CardDrawing.OnScreen;

/// The holder's card, and where copies of it are.
///
/// @param shown      null while the card is not active: what does not count is not shown
/// @param codeEndsAt when the code on this screen runs out
/// @param notices    what stands announced over it
/// @param askFresh   whether today's codes are used up
public record CardPage(
        Card card,
        @Nullable OnScreen shown,
        @Nullable Instant codeEndsAt,
        List<Print> prints,
        boolean askFresh,
        List<Notice> notices) {

    /// What was announced for the card and still stands.
    ///
    /// @param key      of its texts
    /// @param until    the last day to answer
    /// @param answered whether it was
    public record Notice(UUID id, String key, LocalDate until, boolean answered) {}

    /// A sheet of paper.
    public record Print(UUID id, int number, LocalDate day, boolean ended) {}

    /// The key of the words for how the card stands.
    public String key() {
        var heldBy = card.heldBy();
        var stage = card.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "mycard.stage." + (heldBy == Card.Hold.HOLDER ? "lost" : stage);
    }

    public String sign() {
        return switch (card.stage()) {
            case ACTIVE -> "yes";
            case SUSPENDED -> "wait";
            case REVOKED, EXPIRED, REPLACED, GIVEN_BACK -> "no";
        };
    }

    static Print print(CardCopy copy) {
        return new Print(
                copy.id().value(),
                copy.label(),
                LocalDate.ofInstant(copy.madeAt(), java.time.ZoneOffset.UTC),
                copy.endedAt() != null);
    }
}
