package org.kith.server.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.kith.server.audit.JournalVerdict.Broken;
import org.kith.server.audit.JournalVerdict.Whole;
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
        var chains = IntStream.range(0, Link.CHAINS).mapToObj(ChainWalk::new).toList();
        var signed = new CheckpointWalk(signing.publicKeys(Purpose.JOURNAL), chains);
        var counter = new Counter(progress);
        held.forEach(signed::hold);

        while (checkpoints.after(signed.last(), AT_ONCE, signed::step) > 0) {
            var broken = signed.found().or(() -> first(chains, chain -> walkSigned(chain, counter)));
            if (broken.isPresent()) return broken.get();
        }
        var heads = links.heads();
        var broken = signed.end()
                .or(() -> first(chains, chain -> {
                    walk(chain, Long.MAX_VALUE, counter);
                    return chain.end(heads);
                }));
        return broken.isPresent() ? broken.get() : new Whole(counter.seen, signed.last());
    }

    private static Optional<Broken> first(List<ChainWalk> chains, Function<ChainWalk, Optional<Broken>> walk) {
        return chains.stream().map(walk).flatMap(Optional::stream).findFirst();
    }

    /// Walks as far as checkpoints go, which keeps few of them waiting. One entry more tells a gap from an end.
    private Optional<Broken> walkSigned(ChainWalk chain, Counter counter) {
        var until = chain.signedLength();
        walk(chain, until, counter);
        if (chain.found().isEmpty() && chain.length() < until) walk(chain, Long.MAX_VALUE, counter);
        return chain.found();
    }

    private void walk(ChainWalk chain, long until, Counter counter) {
        if (chain.length() >= until) return;

        var sql =
                "select * from journal where chain = :chain and position > :after and position <= :until order by position";
        jdbc.sql(sql)
                .withFetchSize(AT_ONCE)
                .param("chain", chain.chain())
                .param("after", chain.length())
                .param("until", until)
                .query(row -> {
                    chain.step(row);
                    counter.next();
                });
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
