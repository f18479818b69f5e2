package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.desk.web.CaseWorkView.Colleague;

/// Who is away, and until when.
///
/// @param colleagues whom a supervisor may name; empty for everyone else
public record AbsencePage(boolean isAway, List<Away> away, List<Colleague> colleagues, boolean wrongDay) {
    public AbsencePage {
        away = List.copyOf(away);
        colleagues = List.copyOf(colleagues);
    }

    /// Somebody who is away.
    ///
    /// @param until null where nobody knows
    public record Away(String id, String name, @Nullable LocalDate until) {}
}
