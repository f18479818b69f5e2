package org.kith.server.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.staff.OfficerId;

/// What an officer wrote down in a case. It is never edited; a later one corrects it.
///
/// @param words       in the officer's words; empty once nobody can read them any more
/// @param visibleFrom when the person may read it, at the latest
/// @param corrects    an earlier note, if it does
public record CaseNote(
        Id id,
        OfficerId officer,
        Instant at,
        Instant visibleFrom,
        @Nullable Id corrects,
        String words) {
    public record Id(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    @Override
    public String toString() {
        return "CaseNote[…]";
    }
}
