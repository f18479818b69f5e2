package org.kith.server.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.PersonId;

/// An appeal against a decision, without its words: those lie sealed beside it.
///
/// @param decision that is appealed
/// @param closedAt when it was decided, or withdrawn; null while it is open
/// @param outcome  what was decided on it; null if nothing was
/// @param heardAt  when its person was heard face to face; null if they were not
public record Appeal(
        AppealId id,
        DecisionId decision,
        PersonId person,
        Instant at,
        @Nullable Instant closedAt,
        @Nullable DecisionId outcome,
        Hearing hearing,
        @Nullable Instant heardAt,
        @Nullable OfficerId heardBy) {
    /// Whether its person is heard face to face.
    public enum Hearing {
        NONE,
        WANTED,
        HELD
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public ListPlace place() {
        return new ListPlace(at, id.value());
    }

    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
