package org.kith.server.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Checkpoints.Stored;
import org.kith.server.audit.JournalVerdict.Broken;
import org.kith.server.audit.JournalVerdict.CheckpointForged;
import org.kith.server.audit.JournalVerdict.CheckpointRemoved;
import org.kith.server.audit.JournalVerdict.HeldCheckpointNotOurs;
import org.kith.server.keys.IssuerKey;

/// Our checkpoints walked from the first to the last, past those that others kept.
final class CheckpointWalk {
    private final List<IssuerKey> keys;
    private final List<ChainWalk> chains;
    private final Map<Long, Checkpoint> held = new HashMap<>();
    private long last;
    private Hash hash = Hash.ZERO;
    private @Nullable Broken found;

    CheckpointWalk(List<IssuerKey> keys, List<ChainWalk> chains) {
        this.keys = keys;
        this.chains = chains;
    }

    /// Number of the last one seen.
    long last() {
        return last;
    }

    void hold(HeldCheckpoint kept) {
        var checkpoint = Checkpoint.verified(kept.token(), keys);
        if (checkpoint.isEmpty()) found = new HeldCheckpointNotOurs();
        else held.put(checkpoint.get().number(), checkpoint.get());
    }

    void step(Stored stored) {
        if (found == null) found = look(stored);
    }

    private @Nullable Broken look(Stored stored) {
        if (stored.number() != last + 1) return new CheckpointRemoved(last + 1);

        var read = Checkpoint.verified(stored.token(), keys)
                .filter(checkpoint -> checkpoint.number() == stored.number())
                .filter(checkpoint -> checkpoint.previous().equals(hash));
        if (read.isEmpty()) return new CheckpointForged(stored.number());

        var checkpoint = read.get();
        var kept = held.remove(checkpoint.number());
        if (kept != null && !kept.equals(checkpoint)) return new CheckpointForged(stored.number());

        last = stored.number();
        hash = Checkpoint.hash(stored.token());
        for (var end : checkpoint.ends()) chains.get(end.chain()).expect(end, last);
        return null;
    }

    /// What is wrong so far.
    Optional<Broken> found() {
        return Optional.ofNullable(found);
    }

    /// What is wrong, once the last checkpoint was seen.
    Optional<Broken> end() {
        if (found != null) return Optional.of(found);
        return held.isEmpty() ? Optional.empty() : Optional.of(new CheckpointRemoved(last + 1));
    }
}
