package org.kith.server.decision;

import java.util.Set;

/// What came of a second officer's answer to a proposal.
public sealed interface SigningResult {
    record Signed(Decision decision) implements SigningResult {}

    record GivenBack(Decision decision) implements SigningResult {}

    /// Their own view is kept; a third officer decides.
    record Differed(Decision decision) implements SigningResult {}

    /// They had a hand in it before.
    record TookPart() implements SigningResult {}

    /// The same person, under whatever role, is not a second one.
    record SameOfficer() implements SigningResult {}

    /// Whoever verified the identity may not also decide.
    record SecondOfficerNeeded() implements SigningResult {}

    /// Something that a decision needs is no longer there.
    record NotReady(Set<Requirement> missing) implements SigningResult {
        public NotReady {
            missing = Set.copyOf(missing);
        }
    }

    /// It was signed or given back before, or what it is about has moved on.
    record NothingToSign() implements SigningResult {}
}
