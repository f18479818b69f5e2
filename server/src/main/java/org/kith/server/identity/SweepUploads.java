package org.kith.server.identity;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes files that never came whole, and the outcomes of those that did, when their day is over.
@Component
class SweepUploads {
    private final Uploads uploads;
    private final Clock clock;

    SweepUploads(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void round() {
        uploads.over(clock.instant()).forEach(uploads::remove);
    }
}
