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
    LAPSED;

    /// Nothing more happens to it.
    public boolean isClosed() {
        return this == APPROVED || this == WITHDRAWN || this == LAPSED;
    }
}
