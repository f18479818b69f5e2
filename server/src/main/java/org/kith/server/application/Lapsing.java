package org.kith.server.application;

import org.kith.server.application.Move.Moved;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Ends a sent application that nobody came to a centre for. It counts against nobody: they may apply again at once.
@Component
public class Lapsing {
    private final Applications applications;
    private final Journal journal;

    Lapsing(Applications applications, Journal journal) {
        this.applications = applications;
        this.journal = journal;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void lapse(Application locked) {
        if (!(applications.take(locked, Step.LAPSE, Party.SYSTEM) instanceof Moved)) {
            throw new IllegalStateException("nothing lapses from " + locked.stage());
        }
        journal.record(Deed.LAPSED, Actor.house(), locked.person(), locked.id().asCase());
    }
}
