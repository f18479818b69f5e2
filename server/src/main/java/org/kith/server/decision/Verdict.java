package org.kith.server.decision;

/// What can be decided.
public enum Verdict {
    APPROVE,
    ASK_MORE,
    ANNOUNCE_REFUSAL,
    SUSPEND,
    RESTORE,
    ANNOUNCE_REVOCATION,
    REVOKE;

    /// Whether the person may say something to it, in words.
    public boolean mayBeAnswered() {
        return this != APPROVE && this != RESTORE;
    }

    /// Whether it tells the person what may be taken away, and gives them time to answer.
    boolean isNotice() {
        return this == ANNOUNCE_REFUSAL || this == SUSPEND || this == ANNOUNCE_REVOCATION;
    }
}
