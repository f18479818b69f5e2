package org.kith.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.kith.server.database.Database;
import org.kith.server.status.StatusPositions;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Reads a backup into an empty database. Everything is checked before anything is written.
public final class Restore {
    private final Database database;
    private final Path files;
    private final Consumer<String> progress;

    /// Prepares a restore; nothing is touched yet.
    ///
    /// @param files where sealed files will lie
    public Restore(Database database, Path files, Consumer<String> progress) {
        this.database = database;
        this.files = files;
        this.progress = progress;
    }

    /// Checks the backup in `folder`, then reads it in.
    ///
    /// @param withKeys whether the keys of people come along; without them their data stay unreadable
    /// @throws BackupRefused if the backup is not whole, or there is something in the way
    public void from(Path folder, boolean withKeys) {
        try {
            var manifest = Manifest.read(folder);
            var parts = withKeys ? List.of(Part.values()) : List.of(Part.DATA, Part.FILES);
            for (var part : parts) check(folder.resolve(part.archive()), manifest.archive(part.archive()));
            refuseNewerSchema(manifest);
            refuseOldFiles();
            refuseOldData();

            flyway(manifest.schema()).migrate();
            progress.accept("Schema: migration " + manifest.schema());
            tables(folder, manifest, parts);
            files(folder);
        } catch (IOException | SQLException e) {
            throw new BackupRefused("The restore failed: " + e.getMessage(), e);
        }
    }

    private static void check(Path archive, Manifest.Archive expected) throws IOException {
        if (!Files.exists(archive)) {
            throw new BackupRefused(archive + " is missing. Parts are kept apart: put all of them into one folder."
                    + " To restore without the keys of people, say --without-keys.");
        }
        if (Files.size(archive) != expected.bytes()) {
            throw new BackupRefused("%s is not whole: %,d bytes where the manifest says %,d."
                    .formatted(archive, Files.size(archive), expected.bytes()));
        }
        if (!Digests.sha256(archive).equals(expected.sha256())) {
            throw new BackupRefused(archive + " was altered: its SHA-256 is not the manifest’s.");
        }
    }

    private void refuseNewerSchema(Manifest manifest) {
        var newest = Arrays.stream(flyway("latest").info().all())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElseThrow();
        if (MigrationVersion.fromVersion(manifest.schema()).compareTo(newest) <= 0) return;

        throw new BackupRefused(
                "The backup was made by a newer Kith (migration %s; this one knows %s). Restore it with that one."
                        .formatted(manifest.schema(), newest));
    }

    private void refuseOldFiles() throws IOException {
        if (!Files.isDirectory(files)) return;

        try (var content = Files.list(files)) {
            if (content.findAny().isPresent())
                throw new BackupRefused(files + " is not empty. Restore into a new KITH_HOME.");
        }
    }

    private void refuseOldData() throws SQLException {
        try (var connection = database.connect()) {
            if (!new Tables(connection).empty()) {
                throw new BackupRefused("The database is not empty. Restore into a new KITH_HOME, or a new database.");
            }
        }
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private void tables(Path folder, Manifest manifest, List<Part> parts) throws IOException, SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            var bonds = Bonds.loosen(connection);
            for (var part : parts) {
                try (var archive = new ZipFile(folder.resolve(part.archive()).toFile())) {
                    tables(connection, archive, part, manifest.archive(part.archive()));
                }
            }
            bonds.fasten();
            sequences(connection, manifest);
            var restored = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            StatusPositions.leaveGap(restored, Duration.between(manifest.at(), Backup.now(connection)));
            connection.commit();
        }
    }

    private void tables(Connection connection, ZipFile archive, Part part, Manifest.Archive expected)
            throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : new Tables(connection).in(part.schemas())) {
            // Some migrations write rows of their own; the backup has them as they became.
            try (var statement = connection.createStatement()) {
                statement.execute("delete from " + table.name());
            }
            var entry = archive.getEntry(table.name());
            if (entry == null) continue;
            try (var content = archive.getInputStream(entry)) {
                var rows = copy.copyIn(table.copyIn(), content);
                if (rows != expected.counts().getOrDefault(table.name(), -1L)) {
                    throw new BackupRefused(
                            "%s: %,d rows where the manifest says otherwise.".formatted(table.name(), rows));
                }
                progress.accept("%s: %s, %,d rows".formatted(part.archive(), table.name(), rows));
            }
        }
    }

    private static void sequences(Connection connection, Manifest manifest) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (var sequence : manifest.sequences().entrySet()) {
                statement.setString(1, sequence.getKey());
                statement.setLong(2, sequence.getValue());
                statement.execute();
            }
        }
    }

    private void files(Path folder) throws IOException {
        var root = files.toAbsolutePath().normalize();
        try (var archive = new ZipFile(folder.resolve(Part.FILES.archive()).toFile())) {
            for (var entry : archive.stream().toList()) {
                var file = root.resolve(entry.getName()).normalize();
                if (!file.startsWith(root))
                    throw new BackupRefused("The archive names a file outside: " + entry.getName());

                Files.createDirectories(file.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
            progress.accept("%s: %,d files".formatted(Part.FILES.archive(), archive.size()));
        }
    }
}
