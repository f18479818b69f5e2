package org.kith.server.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.PersonId;

/// A decision, without its reasons: those lie sealed beside it.
///
/// @param pack        digest of the programme pack it was made under
/// @param ground      of the pack, where it rests on one
/// @param second      who signed it second, or gave it back
/// @param settledAt   when it was made or given back; null while it waits for a second signature
/// @param answerUntil the last day on which an answer, or an appeal, is in time, wherever the person lives
/// @param corrects    the earlier decision that this one takes the place of, or takes back
public record Decision(
        DecisionId id,
        DecisionNumber number,
        Subject subject,
        PersonId person,
        Verdict verdict,
        State state,
        String pack,
        @Nullable String ground,
        OfficerId first,
        @Nullable OfficerId second,
        Instant proposedAt,
        @Nullable Instant settledAt,
        @Nullable LocalDate answerUntil,
        @Nullable Instant answeredAt,
        @Nullable DecisionId corrects) {
    public enum State {
        /// Waits for a second officer.
        PROPOSED,
        MADE,
        /// The second officer did not agree. It counts for nothing.
        RETURNED
    }

    public ListPlace place() {
        return new ListPlace(proposedAt, id.value());
    }

    /// The day on which it was made, as letters say it.
    public LocalDate day() {
        return LocalDate.ofInstant(settledAt == null ? proposedAt : settledAt, ZoneOffset.UTC);
    }

    /// The key of the words with which a message about it begins.
    public String openingKey() {
        var isOfCard = verdict == Verdict.WITHDRAW_NOTICE && subject.kind() == Subject.Kind.CARD;
        return LetterWriting.key(verdict) + (isOfCard ? ".card" : ".text");
    }

    /// Whether the person was heard on it: they answered, or had their time. A day ends last at UTC-12.
    boolean wasHeard(Instant now) {
        if (answeredAt != null) return true;
        return answerUntil != null && isOver(answerUntil, now);
    }

    /// Whether a last day is over wherever the person lives.
    static boolean isOver(LocalDate last, Instant now) {
        return !now.isBefore(endOf(last));
    }

    /// The moment at which a day is over wherever the person lives.
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
    }
}
