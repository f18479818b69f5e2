package org.kith.server.admin.web;

import java.util.List;

/// What is closed at a centre at short notice, and a form to close more.
///
/// @param moving how many are booked at times that cannot be kept, and are being moved
/// @param wrong  why the last form did not work out, as the key of a text; empty where it did
public record ClosuresPage(
        String code,
        String town,
        String offset,
        int counters,
        List<Line> closures,
        int moving,
        String from,
        String until,
        String some,
        String wrong) {
    /// A closure.
    ///
    /// @param counters how many; none where all of the centre is closed
    public record Line(String id, String from, String until, int counters) {}
}
