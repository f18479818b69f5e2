package org.kith.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What an earlier run left behind when it was killed. The caller holds the lock on the folder's home, so whatever is
/// found here belongs to a run that is over.
///
/// A postmaster outlives the JVM that started it; a killed postmaster leaves its pid file, whose number may since be
/// a zombie's or a stranger's, and PostgreSQL takes either for a live server and will not start.
record Leftovers(Path data) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Stops servers that still work in the data folder, and removes the pid file that no living server stands behind.
    void clear() throws IOException, InterruptedException {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            if (processes().isEmpty()) break;
            for (var pid : processes()) send(signal, pid);
            waitUntilGone();
        }
        // PostgreSQL warns against removing this file, because a backend may still write. We have just seen that none
        // does.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /// Postgres processes that work in the data folder. A zombie has neither program nor folder, and is not among them.
    List<Long> processes() {
        if (!Files.isDirectory(Path.of("/proc/self"))) return namedInPidFile();

        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(this::isPostgresHere)
                .toList();
    }

    /// Where the system does not show a process's folder, the pid file's word is taken if a postgres runs under that
    /// number.
    private List<Long> namedInPidFile() {
        return PidFile.read(data).flatMap(file -> ProcessHandle.of(file.pid())).stream()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(ProcessHandle::pid)
                .toList();
    }

    private boolean isPostgresHere(long pid) {
        try {
            var program = Files.readSymbolicLink(Path.of("/proc/" + pid + "/exe"));
            var folder = Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd"));
            // After an upgrade the program reads "postgres (deleted)".
            return program.getFileName().toString().startsWith("postgres") && folder.equals(data.toRealPath());
        } catch (IOException e) {
            return false; // gone meanwhile, a zombie, or another user's
        }
    }

    private void waitUntilGone() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!processes().isEmpty() && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(20);
    }

    /// Java can only send TERM, on which PostgreSQL waits for every client to leave. The shell's `kill` is everywhere.
    static void send(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
