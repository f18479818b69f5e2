package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.kith.server.decision.Verdict;

/// What waits for a second signature.
///
/// @param next  where the next page goes on; empty on the last
/// @param stops of a court, to be put or lifted
public record CaseSignaturesPage(List<Row> rows, String next, List<StopRow> stops) {
    public record StopRow(String address, boolean lifting, LocalDate day, String first, boolean own) {}

    /// A proposal.
    ///
    /// @param own whether this officer proposed it, and so cannot sign it
    public record Row(
            String address, String number, Verdict verdict, String about, LocalDate day, String first, boolean own) {}
}
