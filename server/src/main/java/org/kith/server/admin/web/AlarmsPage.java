package org.kith.server.admin.web;

import java.util.List;
import java.util.Map;

/// Officers who tried to open what is not theirs to see, until somebody has looked into it. No person's name, and no
/// officer's.
///
/// @param findings what may have come of it
/// @param errors   by the id of the field
public record AlarmsPage(List<Row> rows, List<String> findings, Map<String, String> errors) {
    /// One officer on one day.
    ///
    /// @param number by which people know the officer
    /// @param where  the town of their centre; empty at headquarters
    public record Row(
            String officer,
            String number,
            String role,
            String where,
            String day,
            int tries,
            String first,
            String last) {
        public String field() {
            return "finding-" + number + "-" + day;
        }
    }
}
