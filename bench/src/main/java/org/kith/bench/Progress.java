package org.kith.bench;

import java.util.concurrent.atomic.AtomicInteger;

/// Says beside the tables how far a long piece of work has come, ten times at most.
final class Progress {
    private final String work;
    private final int all;
    private final AtomicInteger done = new AtomicInteger();

    Progress(String work, int all) {
        this.work = work;
        this.all = all;
        System.err.printf("%s: %,d…%n", work, all);
    }

    void step() {
        var now = done.incrementAndGet();
        if (now * 10L / all > (now - 1) * 10L / all) System.err.printf("%s: %,d of %,d%n", work, now, all);
    }
}
