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
    OWN_WORD,

    // conflict of interest
    /// Whoever proposed it has an interest in the person, as was written down since.
    PROPOSED_WITHOUT_INTEREST,

    /// A court has stopped the case.
    STOPPED,
    // of the programme's checks
    /// Something is not looked into, or not known and no officer has said what to make of it.
    CHECKS_DONE,

    /// The ground needs a talk that nobody has passed yet, and no certificate is there in its stead; or one is being
    /// marked.
    TALK_SETTLED,

    // is this person here already?
    /// A possible duplicate that nobody has judged, or not since more is known.
    DUPLICATES_JUDGED,
    /// An officer could not tell two people apart, and nobody has asked them yet.
    DUPLICATES_ASKED,
    /// The same person has a card that stands.
    ONE_CARD
}
