package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.kith.server.decision.Appeal.Hearing;
import org.kith.server.decision.Verdict;

/// The appeals that wait, the oldest first. It never holds names.
///
/// @param next where the next page goes on; empty on the last
public record AppealsPage(List<Row> rows, String next) {
    /// An appeal.
    ///
    /// @param address of what was decided
    /// @param about   reference or card number
    /// @param number  of the decision that is appealed
    /// @param own     whether this officer had a hand in it, and so cannot hear it
    public record Row(
            String address,
            String about,
            String number,
            Verdict verdict,
            LocalDate day,
            Hearing hearing,
            boolean own) {}
}
