package org.kith.pack.question;

/// How long an answer is kept; what is not needed for the card goes with the decision.
public enum KeptFor {
    /// Until the decision can no longer be appealed.
    DECISION,
    /// As long as the card stands.
    CARD
}
