package org.kith.server.audit;

/// What a deed was about. Known by these names for ever: add, never rename or remove.
public enum CaseKind {
    ACCOUNT,
    APPLICATION,
    BOOKING,
    CARD,
    CENTRE,
    COUNTRY,
    DECISION,
    DOCUMENT,
    FAMILY,
    HOUSE,
    OFFICER,
    REQUEST,
    /// Two applications that may be one person's.
    DUPLICATE
}
