package org.kith.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The folder PostgreSQL keeps its data in, made once.
record Cluster(Path home, Programs programs) {
    static final String SUPERUSER = "postgres";

    Path data() {
        return home.toAbsolutePath().resolve("postgres");
    }

    Path log() {
        return home.toAbsolutePath().resolve("postgres.log");
    }

    static Path passwordFile(Path home) {
        return home.resolve("postgres.password");
    }

    String password() throws IOException {
        return Private.secret(passwordFile(home));
    }

    void prepare(Consumer<String> progress) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            refuseAnotherMajor();
            return;
        }
        progress.accept("Preparing a database in " + data());
        password();
        // Whole or not at all, as with the programs; and never in the way of an initdb that outlived its parent.
        var unfinished =
                data().resolveSibling("postgres.new." + ProcessHandle.current().pid());
        Programs.delete(unfinished);
        var process = Launch.of(
                        log(),
                        List.of(
                                programs.initdb().toString(),
                                "--pgdata=" + unfinished,
                                "--username=" + SUPERUSER,
                                "--auth=scram-sha-256",
                                "--pwfile=" + passwordFile(home).toAbsolutePath(),
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--locale=C.UTF-8",
                                "--data-checksums",
                                "--no-instructions"))
                .start();
        if (process.waitFor() != 0) {
            throw new CannotStart(
                    "PostgreSQL could not prepare its data folder:\n" + LogTail.of(log(), 0),
                    log(),
                    "See the lines above; most often the disk is full or the folder belongs to another user.");
        }
        Private.moveSurely(unfinished, data());
    }

    private void refuseAnotherMajor() throws IOException {
        var made = data().resolve("PG_VERSION");
        var major = Files.exists(made) ? Files.readString(made).strip() : "an unknown release";
        if (major.equals(Programs.MAJOR)) return;

        throw new CannotStart(
                "The data were written by PostgreSQL " + major + "; this Kith brings PostgreSQL " + Programs.MAJOR
                        + ".",
                data(),
                "Take a backup with the Kith that wrote them (bin/kith backup), and restore it with this one into a new KITH_HOME.");
    }
}
