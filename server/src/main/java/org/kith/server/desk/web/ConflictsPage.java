package org.kith.server.desk.web;

import java.util.List;
import org.kith.server.identity.OfflineConflict;

/// Checks that were signed offline and came too late, for a person to look at.
public record ConflictsPage(List<Row> rows) {
    /// One of them.
    ///
    /// @param officer the number of the officer who signed
    public record Row(String check, String reference, String when, String officer, OfflineConflict reason) {}
}
