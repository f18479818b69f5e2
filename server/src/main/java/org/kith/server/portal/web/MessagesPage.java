package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was decided about a person, the newest first.
public record MessagesPage(List<Row> rows) {
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
