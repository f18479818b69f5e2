package org.kith.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/// The most memory a server and the processes it draws in were seen to hold, looked at ten times a second.
final class Peak implements AutoCloseable {
    private final AtomicLong most = new AtomicLong();
    private final Thread watcher;

    Peak(Server server) {
        watcher = Thread.ofVirtual().start(() -> watch(server));
    }

    private void watch(Server server) {
        while (true) {
            try {
                var now = server.residentWithDrawing();
                most.accumulateAndGet(now, Math::max);
                Thread.sleep(100);
            } catch (IOException ended) {
                // A process that drew has ended between being listed and being read.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    long megabytes() {
        return most.get();
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
