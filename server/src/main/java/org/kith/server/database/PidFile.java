package org.kith.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a postmaster writes about itself into its data folder (PostgreSQL, `utils/pidfile.h`).
record PidFile(long pid, int port, boolean ready) {
    static Optional<PidFile> read(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() < 4) return Optional.empty();

            var ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            return Optional.of(new PidFile(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    ready));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // none, or half written
        }
    }
}
