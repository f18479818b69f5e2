package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was decided about a person, the newest first.
///
/// @param notices what happened without a decision, the newest first
///
/// @param stops   that a court put on what is theirs
public record MessagesPage(List<Row> rows, List<Notice> notices, List<Stop> stops) {
    /// A stop by a court.
    ///
    /// @param key of its title
    public record Stop(String id, String key, LocalDate since) {}

    /// A message without a decision.
    ///
    /// @param key of its texts
    /// @param day that its sentence names
    /// @param made the day it was left
    public record Notice(String key, LocalDate day, LocalDate made) {}

    /// A decision.
    ///
    /// @param key         of its title
    /// @param answerUntil while it waits for an answer; null otherwise
    public record Row(
            String id,
            String key,
            String number,
            LocalDate day,
            @Nullable LocalDate answerUntil) {}
}
