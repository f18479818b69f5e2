package org.kith.server.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.kith.server.identity.storage.FilesAway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes files that no row names: those of transactions that did not commit, and of a process killed between a row's
/// end and its file's.
///
/// A drawer at a time, each about once an hour: what a round reads does not grow beyond a drawer's files.
@Component
class SweepFiles {
    private final SealedFiles files;
    private final JdbcClient jdbc;
    private final Map<Integer, Set<UUID>> suspects = new HashMap<>();
    private int next;

    SweepFiles(SealedFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 14, timeUnit = TimeUnit.SECONDS)
    synchronized void round() {
        try {
            sweep(next);
        } catch (FilesAway _) {
            // Looked at again in an hour.
        }
        next = (next + 1) % SealedFiles.DRAWERS;
    }

    /// A file is removed when two looks into its drawer find no row for it: the first may have come between file and
    /// row.
    synchronized void sweep(int drawer) {
        var nameless = files.in(drawer);
        nameless.removeAll(named(nameless));
        var before = suspects.getOrDefault(drawer, Set.of());
        for (var file : nameless) if (before.contains(file)) files.remove(file);
        nameless.removeAll(before);
        suspects.put(drawer, nameless);
    }

    private Set<UUID> named(Set<UUID> names) {
        var sql = """
            select file from document_page where file = any(:names)
            union all select file from photo where file = any(:names)
            union all select portrait from chip_reading where portrait = any(:names)
            union all select file from upload_piece where file = any(:names)
            """;
        var all = names.toArray(UUID[]::new);
        return new HashSet<>(jdbc.sql(sql).param("names", all).query(UUID.class).list());
    }
}
