package org.kith.server.decision;

/// What can be decided.
public enum Verdict {
    APPROVE,
    ASK_MORE,
    ANNOUNCE_REFUSAL,
    SUSPEND,
    RESTORE,
    ANNOUNCE_REVOCATION,
    REVOKE,

    // refused, and what may follow
    REFUSE,
    WITHDRAW_NOTICE,
    /// On appeal: what was decided stands.
    UPHOLD,
    /// On appeal: it is undone.
    OVERTURN,
    /// On appeal: others decide it again.
    REMIT,

    // of a card
    ANNOUNCE_SUSPENSION;

    /// Whether the person may say something to it, in words.
    public boolean mayBeAnswered() {
        return switch (this) {
            case ASK_MORE, ANNOUNCE_REFUSAL, SUSPEND, ANNOUNCE_SUSPENSION, ANNOUNCE_REVOCATION -> true;
            case APPROVE, RESTORE, REVOKE, REFUSE, WITHDRAW_NOTICE, UPHOLD, OVERTURN, REMIT -> false;
        };
    }

    /// Whether others can be asked to look at it afresh.
    public boolean mayBeAppealed() {
        return this == REFUSE || this == SUSPEND || this == REVOKE;
    }

    /// Whether it says what came of an appeal.
    public boolean isOnAppeal() {
        return this == UPHOLD || this == OVERTURN || this == REMIT;
    }

    /// Whether its person can give themselves longer. **The time to appeal is the same for all**: it is long, and while
    /// it runs others wait for certainty too.
    boolean mayBePutOff() {
        return this == ASK_MORE
                || this == ANNOUNCE_REFUSAL
                || this == ANNOUNCE_SUSPENSION
                || this == ANNOUNCE_REVOCATION;
    }
}
