package org.kith.server.decision;

import java.util.Set;
import org.kith.server.application.Stage;

/// What came of an officer's attempt to decide.
public sealed interface DecisionResult {
    record Decided(Decision decision) implements DecisionResult {}

    /// It waits for a second officer's signature.
    record Proposed(Decision decision) implements DecisionResult {}

    record NotReady(Set<Requirement> missing) implements DecisionResult {
        public NotReady {
            missing = Set.copyOf(missing);
        }
    }

    /// Another officer was quicker, or the person withdrew. Nothing was changed.
    record AlreadyDecided(Stage stage) implements DecisionResult {}

    /// Two officers see every application: whoever verified the identity may not also decide.
    record SecondOfficerNeeded() implements DecisionResult {}
}
