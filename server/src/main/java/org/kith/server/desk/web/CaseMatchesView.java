package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.matching.MatchVerdict;

/// Whether the person of a case may be here already: how many times, and how each was judged. Nothing of anybody else.
public record CaseMatchesView(List<Row> rows) {
    /// One that may be the same person.
    ///
    /// @param kinds   what the two have in common, as keys of texts
    /// @param verdict null while nobody has judged it
    public record Row(
            String id,
            List<String> kinds,
            LocalDate found,
            @Nullable MatchVerdict verdict) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public boolean isOpen() {
        return rows.stream().anyMatch(row -> row.verdict() == null);
    }
}
