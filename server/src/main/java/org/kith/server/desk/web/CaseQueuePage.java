package org.kith.server.desk.web;

import java.util.List;

/// Cases by reference, ground and age. Names show when a case is opened, and not before.
public record CaseQueuePage(List<Part> parts, boolean mayTakeUp) {
    /// Cases in one stage.
    ///
    /// @param key of its title
    public record Part(String key, List<Row> rows) {}

    /// A case.
    ///
    /// @param ground met by the rules, or empty where none is
    /// @param days   since it was filed
    /// @param late   whether it is older than the programme means it to be
    /// @param holder who has taken it up; empty where nobody has
    public record Row(String id, String reference, String ground, long days, boolean late, String holder) {}
}
