package org.kith.server.decision;

/// What must be there before an application can be decided.
public enum Requirement {
    IDENTITY_CONFIRMED,
    GROUND_OF_THE_PROGRAMME,
    PAPERS_OF_THE_CATALOGUE
}
