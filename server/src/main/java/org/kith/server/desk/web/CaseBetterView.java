package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;

/// What the programme's present version would see better for the person, in words.
public record CaseBetterView(String version, List<Row> grounds) {
    /// A ground that it would see met.
    ///
    /// @param from    the day since which it is in force
    /// @param clauses what is met there and was not
    public record Row(String title, LocalDate from, List<String> clauses) {}
}
