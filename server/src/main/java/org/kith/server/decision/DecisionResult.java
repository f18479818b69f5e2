package org.kith.server.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Stage;

/// What came of an officer's attempt to decide.
public sealed interface DecisionResult {
    /// The decision that came of it; empty where none did.
    default Optional<Decision> made() {
        return switch (this) {
            case Decided(var decision) -> Optional.of(decision);
            case Proposed(var decision) -> Optional.of(decision);
            case NotReady _, AlreadyDecided _, NotHeard _, TookPart _, HeldByAnother _, SecondOfficerNeeded _ ->
                Optional.empty();
        };
    }

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

    /// Nobody is refused unheard: first a notice on that ground, and time to answer it.
    ///
    /// @param until the last day to answer a notice that was given; null if none was
    record NotHeard(@Nullable LocalDate until) implements DecisionResult {}

    /// They had a hand in it before, so another officer decides it now.
    record TookPart() implements DecisionResult {}

    /// Cases are given out here, and this one was given to somebody else.
    record HeldByAnother() implements DecisionResult {}

    /// Two officers see every application: whoever verified the identity may not also decide, nor
    /// who has an interest in the person.
    record SecondOfficerNeeded() implements DecisionResult {}
}
