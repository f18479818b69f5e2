package org.kith.server.desk.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kith.server.decision.Stop;
import org.kith.server.decision.Stop.State;

/// A court's stop on a case, as officers see it.
///
/// @param address where it is put, signed and lifted
/// @param stop    null where none stands or is proposed
/// @param words   null likewise
/// @param since   the day it stands from; null while it is only proposed
/// @param hidden  the first day on which the person is told; null where they were at once
public record CaseStopView(
        String address,
        @Nullable Stop stop,
        Stop.@Nullable Words words,
        String first,
        @Nullable LocalDate since,
        @Nullable LocalDate hidden) {
    public boolean holds() {
        return stop != null && stop.state().holds();
    }

    public boolean isProposed() {
        return stop != null && stop.state() == State.PROPOSED;
    }

    public boolean isToBeLifted() {
        return stop != null && stop.state() == State.LIFT_PROPOSED;
    }
}
