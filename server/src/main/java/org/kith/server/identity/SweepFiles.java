package org.kith.server.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes files that no row names: those of transactions that did not commit, and of a process killed between a row's
/// end and its file's.
@Component
class SweepFiles {
    private final SealedFiles files;
    private final JdbcClient jdbc;
    private Set<UUID> suspects = Set.of();

    SweepFiles(SealedFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /// A file is removed when two rounds an hour apart find no row for it: the first may have come between file and
    /// row.
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    synchronized void round() {
        var nameless = files.all();
        nameless.removeAll(named());
        for (var file : nameless) if (suspects.contains(file)) files.sweep(file);
        nameless.removeAll(suspects);
        suspects = nameless;
    }

    private Set<UUID> named() {
        var sql = """
            select file from document_page union all select file from photo union all select file from upload_piece
            """;
        return new HashSet<>(jdbc.sql(sql).query(UUID.class).list());
    }
}
