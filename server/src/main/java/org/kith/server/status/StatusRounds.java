package org.kith.server.status;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Publishes every two seconds, on a thread of its own: no other job may hold up a revocation.
@Component
class StatusRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StatusRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final StatusPublisher publisher;
    private volatile @Nullable Thread thread;

    StatusRounds(StatusPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public synchronized void start() {
        if (thread != null) return;

        var next = Thread.ofPlatform().daemon().name("status").unstarted(this::rounds);
        // Known before it runs: a thread that is not the one in charge ends.
        thread = next;
        next.start();
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        if (running == null) return;

        thread = null;
        running.interrupt();
        try {
            running.join(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void rounds() {
        while (Thread.currentThread().equals(thread)) {
            try {
                publisher.publishDue();
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                // Whatever it is, lists must be published again once it is over: a database that is down, a full disk.
                LOG.warn("Lists could not be published; trying again in {} s", PAUSE.toSeconds(), e);
                if (!rested()) return;
            }
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
