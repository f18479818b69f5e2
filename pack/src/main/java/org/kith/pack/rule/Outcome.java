package org.kith.pack.rule;

/// What a rule says. A question without an answer never counts as a no.
public enum Outcome {
    MET,
    NOT_MET,
    UNKNOWN
}
