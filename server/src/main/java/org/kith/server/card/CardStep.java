package org.kith.server.card;

/// What may happen to a card.
public enum CardStep {
    SUSPEND,
    RESTORE,
    REVOKE,
    REPORT_LOST,
    EXPIRE
}
