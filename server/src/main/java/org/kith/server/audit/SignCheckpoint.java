package org.kith.server.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signs the ends of all chains from time to time, so that nobody can later cut them or write them anew.
@Component
class SignCheckpoint {
    private final Links links;
    private final Checkpoints checkpoints;
    private final Signing signing;
    private final Clock clock;

    SignCheckpoint(Links links, Checkpoints checkpoints, Signing signing, Clock clock) {
        this.links = links;
        this.checkpoints = checkpoints;
        this.signing = signing;
        this.clock = clock;
    }

    /// Nodes may do so at once: of two checkpoints of one number, the first stands.
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${kith.journal.checkpoint-every:PT10M}")
    @Transactional
    public void sign() {
        // The last checkpoint is read before the chains' ends, so that these are never older than those it tells of.
        var last = checkpoints.newest();
        var ends = links.heads();
        if (last.isPresent() && saysTheSame(last.get(), ends)) return;

        var number = last.map(Checkpoints.Stored::number).orElse(0L) + 1;
        var previous = last.map(stored -> Checkpoint.hash(stored.token())).orElse(Hash.ZERO);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var checkpoint = new Checkpoint(number, now, previous, ends);
        checkpoints.add(number, now, checkpoint.signed(signing.signer(Purpose.JOURNAL)));
    }

    private boolean saysTheSame(Checkpoints.Stored stored, List<Links.Head> ends) {
        return Checkpoint.verified(stored.token(), signing.publicKeys(Purpose.JOURNAL))
                .filter(checkpoint -> checkpoint.ends().equals(ends))
                .isPresent();
    }
}
