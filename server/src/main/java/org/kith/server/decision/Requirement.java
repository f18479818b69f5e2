package org.kith.server.decision;

/// What must be there before an application can be decided.
public enum Requirement {
    IDENTITY_CONFIRMED,
    GROUND_OF_THE_PROGRAMME,
    PAPERS_OF_THE_CATALOGUE,
    /// The ground rests on a relative's paper that no officer has verified, or that the relative no longer shares.
    SHARED_PAPER,
    /// A child's guardians, each apart, or an exception that an officer found shown.
    GUARDIANS,
    /// They came of age, and have not chosen afresh.
    OWN_CHOICE,
    /// A child old enough to be asked too has not said yes at a counter.
    OWN_WORD
}
