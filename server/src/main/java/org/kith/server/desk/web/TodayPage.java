package org.kith.server.desk.web;

import java.util.List;

/// The visits of a centre today: times and reference numbers. Names show when a visit is opened, and not before.
public record TodayPage(String town, String day, String offset, String now, List<Row> rows) {
    /// A visit.
    ///
    /// @param booking   its id
    /// @param reference what the person reads out
    /// @param canMiss   whether it is late enough to say that nobody came
    public record Row(String booking, String time, String reference, State state, String arrived, boolean canMiss) {}

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
