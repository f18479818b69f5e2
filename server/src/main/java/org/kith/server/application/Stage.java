package org.kith.server.application;

/// How far an application has come.
public enum Stage {
    DRAFT,
    SUBMITTED,
    BOOKED,
    IDENTITY_CONFIRMED,
    UNDER_REVIEW,
    MORE_ASKED,
    REFUSAL_ANNOUNCED,
    APPROVAL_PROPOSED,
    APPROVED,
    WITHDRAWN,
    LAPSED,

    // refused, and what may follow
    REFUSAL_PROPOSED,
    /// It can be appealed.
    REFUSED,
    APPEALED,
    APPEAL_PROPOSED,
    /// Nobody appealed in time, or others found the refusal right.
    REFUSAL_FINAL;

    /// Nothing more happens to it.
    public boolean isClosed() {
        return this == APPROVED || this == WITHDRAWN || this == LAPSED || this == REFUSAL_FINAL;
    }

    /// Nothing is decided yet, or what was decided is before those who hear appeals.
    public boolean mayBeWithdrawn() {
        return !isClosed() && this != REFUSED;
    }
}
