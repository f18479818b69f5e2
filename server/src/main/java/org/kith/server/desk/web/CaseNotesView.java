package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What officers noted in a case, the newest first.
///
/// @param shownFrom the day from which the person may read a note that is written now, at the latest
public record CaseNotesView(List<Row> rows, LocalDate shownFrom) {
    /// One note.
    ///
    /// @param officer   by name
    /// @param shownFrom when the person may read it, at the latest
    /// @param corrects  the day of the note that it corrects; null if it corrects none
    public record Row(
            String id,
            LocalDate day,
            String officer,
            String words,
            LocalDate shownFrom,
            @Nullable LocalDate corrects) {}
}
