package org.kith.server.inquiry;

import java.util.List;
import java.util.Optional;
import org.kith.pack.programme.Check;

/// One of the programme's checks in one case, with all that was found, the newest first.
///
/// @param asking whether another office is to be asked, or asked again
public record Inquiry(Check check, List<Found> found, boolean asking) {
    public Inquiry {
        found = List.copyOf(found);
    }

    public Optional<Found> newest() {
        return found.stream().findFirst();
    }

    /// Whether a decision may rest on it: it passed, or a person has said in words what to make of it. What a machine
    /// merely says, or cannot say, decides nothing.
    public boolean isDone() {
        return newest().filter(last -> last.outcome() == Outcome.PASSED || last.officer() != null)
                .isPresent();
    }
}
