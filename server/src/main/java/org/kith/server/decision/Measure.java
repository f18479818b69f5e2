package org.kith.server.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.CardCauses.Use;
import org.kith.pack.programme.TwoPersonDeed;
import org.kith.server.audit.Deed;

/// What an officer can decide about something that was issued.
public enum Measure {
    SUSPEND(
            Verdict.SUSPEND,
            TwoPersonDeed.SUSPEND,
            Deed.CARD_SUSPENDED,
            Use.SUSPEND,
            Verdict.ANNOUNCE_SUSPENSION,
            Deed.SUSPENSION_ANNOUNCED),
    RESTORE(Verdict.RESTORE, TwoPersonDeed.RESTORE, Deed.CARD_RESTORED, null, null, null),
    REVOKE(
            Verdict.REVOKE,
            TwoPersonDeed.REVOKE,
            Deed.CARD_REVOKED,
            Use.REVOKE,
            Verdict.ANNOUNCE_REVOCATION,
            Deed.REVOCATION_ANNOUNCED);

    private final Verdict verdict;
    private final TwoPersonDeed twoPersonDeed;
    private final Deed deed;
    private final @Nullable Use use;
    private final @Nullable Verdict announcement;
    private final @Nullable Deed announced;

    Measure(
            Verdict verdict,
            TwoPersonDeed twoPersonDeed,
            Deed deed,
            @Nullable Use use,
            @Nullable Verdict announcement,
            @Nullable Deed announced) {
        this.verdict = verdict;
        this.twoPersonDeed = twoPersonDeed;
        this.deed = deed;
        this.use = use;
        this.announcement = announcement;
        this.announced = announced;
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

    /// Whether it takes something away, so that it needs a cause, and a hearing.
    public boolean takes() {
        return use != null;
    }

    public Optional<Use> use() {
        return Optional.ofNullable(use);
    }

    /// The verdict by which it is announced; null where it needs no announcement.
    @Nullable
    Verdict announcement() {
        return announcement;
    }

    @Nullable
    Deed announced() {
        return announced;
    }
}
