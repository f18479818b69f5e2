package org.kith.server.desk.web;

import java.util.List;
import java.util.Map;

/// Where somebody is let in again: number and passport first, and what is under way.
///
/// @param errors by the id of the field on the page
public record RecoveryPage(String reference, String lines, Map<String, String> errors, List<Row> rows) {
    /// A recovery under way, without a word about whose.
    public record Row(String id, String proposed, boolean waits, String day, String time) {}
}
