package org.kith.server.decision;

import org.kith.pack.programme.TwoPersonDeed;
import org.kith.server.audit.Deed;

/// What an officer can decide about something that was issued.
public enum Measure {
    SUSPEND(Verdict.SUSPEND, TwoPersonDeed.SUSPEND, Deed.CARD_SUSPENDED),
    RESTORE(Verdict.RESTORE, TwoPersonDeed.RESTORE, Deed.CARD_RESTORED),
    REVOKE(Verdict.REVOKE, TwoPersonDeed.REVOKE, Deed.CARD_REVOKED);

    private final Verdict verdict;
    private final TwoPersonDeed twoPersonDeed;
    private final Deed deed;

    Measure(Verdict verdict, TwoPersonDeed twoPersonDeed, Deed deed) {
        this.verdict = verdict;
        this.twoPersonDeed = twoPersonDeed;
        this.deed = deed;
    }

    Verdict verdict() {
        return verdict;
    }

    TwoPersonDeed twoPersonDeed() {
        return twoPersonDeed;
    }

    public Deed deed() {
        return deed;
    }
}
