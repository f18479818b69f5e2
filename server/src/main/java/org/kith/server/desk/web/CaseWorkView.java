package org.kith.server.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.WaitingTimes.Waited;

/// In whose hands a case is, and what the officer who looks may do about that.
///
/// @param holder  their name; empty where it waits for anybody
/// @param expected how long the last thirty days' decisions took from the visit; null where they were too few to tell
/// @param givable to whom a supervisor may give it; empty for everyone else
public record CaseWorkView(
        String holder,
        boolean mayTake,
        boolean mayTakeOver,
        boolean mayRelease,
        List<Colleague> givable,
        @Nullable Waited expected) {
    public CaseWorkView {
        givable = List.copyOf(givable);
    }

    /// Somebody of the staff, to be chosen.
    public record Colleague(String id, String name) {}
}
