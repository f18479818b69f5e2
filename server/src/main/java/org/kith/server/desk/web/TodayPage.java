package org.kith.server.desk.web;

import java.util.List;
import org.kith.server.centre.VisitKind;

/// The visits of a centre today: times and reference numbers. Names show when a visit is opened, and not before.
public record TodayPage(String town, String day, String offset, String now, List<Row> rows) {
    /// A visit.
    ///
    /// @param booking   its id
    /// @param reference what the person reads out
    /// @param minutes   how long it takes
    /// @param together  “2 of 5” where a family comes together
    /// @param canMiss   whether it is late enough to say that nobody came
    /// @param kind      what they come for
    public record Row(
            String booking,
            String time,
            String reference,
            State state,
            String arrived,
            boolean canMiss,
            long minutes,
            String together,
            VisitKind kind) {}

    /// How far a visit has come.
    public enum State {
        EXPECTED,
        ARRIVED,
        SEEN,
        MISSED,
        /// The application was withdrawn in the meantime.
        WITHDRAWN
    }
}
