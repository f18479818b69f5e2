package org.kith.server.centre.web;

import java.util.List;

/// Who comes to a visit.
///
/// @param others  those who come along, as they are called
/// @param waiting those of the family who could
/// @param minutes how long it takes
public record PartyView(List<String> others, List<String> waiting, boolean alone, long minutes) {
    /// The reader themselves among them.
    public int people() {
        return others.size() + 1;
    }
}
