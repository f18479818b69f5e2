package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What officers noted about a person's case, as far as they may read it now; the newest first.
public record NotesPage(List<Note> notes) {
    /// One note.
    ///
    /// @param officer  the number that stands for them
    /// @param corrects the day of the note that it corrects; null if it corrects none
    public record Note(
            LocalDate day,
            String officer,
            String words,
            @Nullable LocalDate corrects) {}
}
