package org.kith.server.card;

/// How a card stands.
public enum CardStage {
    ACTIVE,
    SUSPENDED,
    REVOKED,
    EXPIRED,
    REPLACED,
    GIVEN_BACK;

    /// Nothing more happens to it.
    public boolean isFinal() {
        return this != ACTIVE && this != SUSPENDED;
    }
}
