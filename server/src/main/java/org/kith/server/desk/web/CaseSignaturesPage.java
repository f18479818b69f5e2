package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.kith.server.decision.Verdict;

/// What waits for a second signature.
public record CaseSignaturesPage(List<Row> rows) {
    /// A proposal.
    ///
    /// @param own whether this officer proposed it, and so cannot sign it
    public record Row(
            String address, String number, Verdict verdict, String about, LocalDate day, String first, boolean own) {}
}
