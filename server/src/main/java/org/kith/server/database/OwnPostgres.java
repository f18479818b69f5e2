package org.kith.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that comes along: a real server on a loopback port of its own, its data under `KITH_HOME`.
///
/// It starts again after a kill of anything: what an earlier run left behind is cleared first ([Leftovers]), and while
/// this process lives, a database that dies is started again on the same port.
public final class OwnPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
    private static final int ATTEMPTS = 7;

    private final Cluster cluster;
    private final HomeLock lock;
    private final int port;
    private @Nullable Postmaster running;
    private boolean closed;

    private OwnPostgres(Cluster cluster, HomeLock lock, Postmaster first) {
        this.cluster = cluster;
        this.lock = lock;
        this.port = first.port();
        this.running = first;
        startAgainWhenItDies(first);
    }

    /// Starts on the data under `home`, and tells `progress` about what takes long.
    ///
    /// @throws CannotStart when another process runs on them, or PostgreSQL does not start
    public static OwnPostgres start(Path home, Consumer<String> progress) {
        var lock = HomeLock.take(home).orElseThrow(() -> HomeLock.refusal(home));
        try {
            var cluster = new Cluster(home, Programs.unpacked(home));
            new Leftovers(cluster.data()).clear();
            cluster.prepare(progress);
            progress.accept("Starting PostgreSQL");
            return new OwnPostgres(cluster, lock, started(cluster, 0)).prepared();
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("The PostgreSQL in " + home + " did not start", e);
        } catch (InterruptedException e) {
            lock.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private OwnPostgres prepared() {
        try {
            OwnDatabase.prepare(superuser());
            return this;
        } catch (CannotStart e) {
            close();
            throw e;
        }
    }

    /// Where to connect, and as whom.
    public Database database() {
        return OwnDatabase.at(port, password());
    }

    Database superuser() {
        return OwnDatabase.asSuperuserAt(port, password());
    }

    private String password() {
        try {
            return cluster.password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param port the port to listen on, or 0 for any that is free
    private static Postmaster started(Cluster cluster, int port) throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return Postmaster.start(cluster, port == 0 ? freePort() : port);
            } catch (Postmaster.Ended ended) {
                if (attempt == ATTEMPTS || !ended.mayPass()) throw refusal(cluster, ended);

                TimeUnit.MILLISECONDS.sleep(100L << attempt);
                new Leftovers(cluster.data()).clear();
            }
        }
    }

    private static CannotStart refusal(Cluster cluster, Postmaster.Ended ended) {
        return new CannotStart(
                "PostgreSQL ended as soon as it was started. Its last lines:\n" + ended.lastLines(),
                cluster.log(),
                "Mend what the lines name (a full disk, rights on the folder, damaged files); or restore a backup"
                        + " into a new KITH_HOME; or name another PostgreSQL in KITH_DATABASE_URL.");
    }

    private void startAgainWhenItDies(Postmaster postmaster) {
        var _ = postmaster
                .process()
                .onExit()
                .thenRun(() ->
                        Thread.ofPlatform().daemon().name("postgres-watch").start(this::startAgain));
    }

    private synchronized void startAgain() {
        if (closed) return;

        LOG.warn("PostgreSQL died; starting it again");
        try {
            new Leftovers(cluster.data()).clear();
            running = started(cluster, port);
            startAgainWhenItDies(running);
            LOG.warn("PostgreSQL runs again");
        } catch (IOException | CannotStart e) {
            LOG.error("PostgreSQL could not be started again: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) return;

        closed = true;
        try {
            if (running != null) running.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
