package org.kith.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// One running PostgreSQL process, from the command that starts it to its end.
record Postmaster(Process process, int port) {
    /// Recovery after a crash takes as long as it takes; an early exit is noticed at once.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// What may pass by itself: a port somebody took meanwhile, a killed server whose children are still leaving.
    private static final Pattern PASSING =
            Pattern.compile("could not bind|still in use|already exists|could not create any TCP");

    static final class Ended extends Exception {
        private final String lastLines;

        Ended(String lastLines) {
            super("PostgreSQL ended early", null, false, false);
            this.lastLines = lastLines;
        }

        String lastLines() {
            return lastLines;
        }

        boolean mayPass() {
            return PASSING.matcher(lastLines).find();
        }
    }

    static Postmaster start(Cluster cluster, int port) throws IOException, InterruptedException, Ended {
        var from = Files.exists(cluster.log()) ? Files.size(cluster.log()) : 0;
        var process = Launch.of(cluster.log(), command(cluster, port)).start();
        var postmaster = new Postmaster(process, port);
        try {
            postmaster.awaitReady(cluster, from);
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
        return postmaster;
    }

    /// What is set here no `ALTER SYSTEM` can undo.
    private static List<String> command(Cluster cluster, int port) {
        return List.of(
                cluster.programs().postgres().toString(),
                "-D" + cluster.data(),
                "-clisten_addresses=127.0.0.1",
                "-cport=" + port,
                "-cunix_socket_directories=",
                // An acknowledged row is on the disk.
                "-cfsync=on",
                "-csynchronous_commit=on",
                "-cfull_page_writes=on",
                "-cmax_connections=100",
                "-cpassword_encryption=scram-sha-256",
                "-ctimezone=UTC",
                "-clog_timezone=UTC",
                // Errors quote what people typed; the log keeps the server's own state only.
                "-clog_min_messages=log",
                "-clog_min_error_statement=panic",
                "-clog_error_verbosity=terse");
    }

    private void awaitReady(Cluster cluster, long from) throws InterruptedException, Ended {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var file = PidFile.read(cluster.data());
            if (file.isPresent()
                    && file.get().pid() == process.pid()
                    && file.get().ready()) return;

            if (process.waitFor(20, TimeUnit.MILLISECONDS)) throw new Ended(LogTail.of(cluster.log(), from));
        }
        process.destroyForcibly();
        throw new Ended("      (not ready after " + PATIENCE.toMinutes() + " minutes)");
    }

    /// Ends sessions, writes everything and goes: what PostgreSQL calls a fast shutdown.
    void stop() throws IOException, InterruptedException {
        if (!process.isAlive()) return;

        Leftovers.send("INT", process.pid());
        if (process.waitFor(60, TimeUnit.SECONDS)) return;

        Leftovers.send("QUIT", process.pid());
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
