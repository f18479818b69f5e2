package org.kith.server.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.JournalVerdict.Broken;
import org.kith.server.audit.JournalVerdict.CheckpointForged;
import org.kith.server.audit.JournalVerdict.CheckpointRemoved;
import org.kith.server.audit.JournalVerdict.HeldCheckpointNotOurs;
import org.kith.server.audit.JournalVerdict.Whole;
import org.kith.server.keys.IssuerKey;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Goes through the whole journal and proves that nothing in it was changed, or says where it was.
@Service
public class JournalVerification {
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Links links;
    private final Checkpoints checkpoints;
    private final Signing signing;

    JournalVerification(JdbcClient jdbc, Links links, Checkpoints checkpoints, Signing signing) {
        this.jdbc = jdbc;
        this.links = links;
        this.checkpoints = checkpoints;
        this.signing = signing;
    }

    /// Verifies against our own checkpoints.
    ///
    /// @param progress is told how many entries were seen, every thousand
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public JournalVerdict verify(LongConsumer progress) {
        return verify(progress, List.of());
    }

    /// Verifies against checkpoints that others kept, too: what was cut together with our own shows by theirs.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public JournalVerdict verify(LongConsumer progress, List<HeldCheckpoint> held) {
        var ends = new Ends();
        var reading = new Reading(ends, signing.publicKeys(Purpose.JOURNAL));
        checkpoints.forEach(reading::next);
        held.forEach(reading::held);
        if (reading.found != null) return reading.found;

        var counter = new Counter(progress);
        for (var head : links.heads()) {
            var broken = walk(head, ends, counter);
            if (broken.isPresent()) return broken.get();
        }
        return new Whole(counter.seen, reading.last);
    }

    private Optional<Broken> walk(Links.Head head, Ends ends, Counter counter) {
        var walk = new ChainWalk(head.chain(), ends);
        jdbc.sql("select * from journal where chain = :chain order by position")
                .withFetchSize(AT_ONCE)
                .param("chain", head.chain())
                .query(row -> {
                    if (walk.isBroken()) return;

                    walk.step(row);
                    counter.next();
                });
        return walk.end(head);
    }

    /// Our checkpoints, read in order.
    private static final class Reading {
        private final Ends ends;
        private final List<IssuerKey> keys;
        private long last;
        private Hash hash = Hash.ZERO;
        private @Nullable Broken found;

        Reading(Ends ends, List<IssuerKey> keys) {
            this.ends = ends;
            this.keys = keys;
        }

        void next(Checkpoints.Stored stored) {
            if (found == null) found = look(stored);
        }

        private @Nullable Broken look(Checkpoints.Stored stored) {
            if (stored.number() != last + 1) return new CheckpointRemoved(last + 1);

            var checkpoint = Checkpoint.verified(stored.token(), keys)
                    .filter(signed -> signed.number() == stored.number()
                            && signed.previous().equals(hash))
                    .filter(ends::add);
            if (checkpoint.isEmpty()) return new CheckpointForged(stored.number());

            last = stored.number();
            hash = Checkpoint.hash(stored.token());
            return null;
        }

        /// One that differs from ours of the same number shows in the chains.
        void held(HeldCheckpoint held) {
            if (found != null) return;

            var checkpoint = Checkpoint.verified(held.token(), keys);
            if (checkpoint.isEmpty()) found = new HeldCheckpointNotOurs();
            else if (checkpoint.get().number() > last) found = new CheckpointRemoved(last + 1);
            else if (!ends.add(checkpoint.get()))
                found = new CheckpointForged(checkpoint.get().number());
        }
    }

    private static final class Counter {
        private final LongConsumer progress;
        private long seen;

        Counter(LongConsumer progress) {
            this.progress = progress;
        }

        void next() {
            seen++;
            if (seen % AT_ONCE == 0) progress.accept(seen);
        }
    }
}
