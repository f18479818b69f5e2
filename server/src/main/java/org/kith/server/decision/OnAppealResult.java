package org.kith.server.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What came of an officer's attempt to decide an appeal, or to note a hearing.
public sealed interface OnAppealResult {
    /// The decision that came of it; empty where none did.
    default Optional<Decision> made() {
        return switch (this) {
            case Decided(var decision) -> Optional.of(decision);
            case Proposed(var decision) -> Optional.of(decision);
            case Noted _, TookPart _, HearFirst _, NotReady _, NotNow _ -> Optional.empty();
        };
    }

    record Decided(Decision decision) implements OnAppealResult {}

    /// It waits for the signature of a second officer who hears appeals.
    record Proposed(Decision decision) implements OnAppealResult {}

    record Noted() implements OnAppealResult {}

    /// Who decided anything of it, or confirmed the identity, does not judge it again.
    record TookPart() implements OnAppealResult {}

    /// Whoever wants to be heard is heard before it is decided against them.
    ///
    /// @param until how long they have for it at least
    record HearFirst(LocalDate until) implements OnAppealResult {}

    record NotReady(Set<Requirement> missing) implements OnAppealResult {
        public NotReady {
            missing = Set.copyOf(missing);
        }
    }

    /// It was decided, proposed or withdrawn in the meantime. Nothing was changed.
    record NotNow() implements OnAppealResult {}
}
