package org.kith.server.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kith.server.database.Database;
import org.postgresql.PGConnection;

/// Writes everything into a folder: data, files and the keys of people, each in an archive of its own, and a manifest.
///
/// The tables are read in one snapshot, while the server goes on. Files are read after it, so that each that the
/// snapshot names is there.
public final class Backup {
    private final Database database;
    private final Path files;
    private final Consumer<String> progress;

    /// Prepares a backup; nothing is read yet.
    ///
    /// @param files where sealed files lie
    public Backup(Database database, Path files, Consumer<String> progress) {
        this.database = database;
        this.files = files;
        this.progress = progress;
    }

    /// Half a backup never has the name of a whole one.
    ///
    /// @throws BackupRefused if there is something in the folder already, or nothing to back up
    public void into(Path folder) {
        try {
            refuseOldContent(folder);
            var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
            if (Files.exists(unfinished)) {
                throw new BackupRefused(
                        unfinished + " is left from a backup that did not end. Remove it, and start again.");
            }
            Files.createDirectories(unfinished.toAbsolutePath().getParent());
            Files.createDirectory(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            write(unfinished);
            Files.deleteIfExists(folder);
            Files.move(unfinished, folder);
        } catch (IOException | SQLException e) {
            throw new BackupRefused("The backup could not be written: " + e.getMessage(), e);
        }
    }

    private void write(Path folder) throws IOException, SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var tables = new Tables(connection);
            var schema = tables.schema();
            if (schema.isEmpty()) throw new BackupRefused("The database is new; there is nothing to back up.");

            var archives = new EnumMap<Part, Manifest.Archive>(Part.class);
            archives.put(Part.DATA, tables(connection, Part.DATA, folder));
            archives.put(Part.KEYS, tables(connection, Part.KEYS, folder));
            archives.put(Part.FILES, files(folder));
            new Manifest(Manifest.FORMAT, now(connection), schema, byName(archives), tables.sequences()).write(folder);
        }
    }

    private static Map<String, Manifest.Archive> byName(Map<Part, Manifest.Archive> archives) {
        return archives.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().archive(), Map.Entry::getValue));
    }

    private Manifest.Archive tables(Connection connection, Part part, Path folder) throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var archive = new ArchiveWriter(folder.resolve(part.archive()))) {
            for (var table : new Tables(connection).in(part.schemas())) {
                var rows = archive.add(table.name(), out -> copy.copyOut(table.copyOut(), out));
                progress.accept("%s: %s, %,d rows".formatted(part.archive(), table.name(), rows));
            }
            return archive.finished();
        }
    }

    private Manifest.Archive files(Path folder) throws IOException {
        try (var archive = new ArchiveWriter(folder.resolve(Part.FILES.archive()))) {
            if (Files.isDirectory(files)) Files.walkFileTree(files, new Collector(archive));
            var finished = archive.finished();
            progress.accept("%s: %,d files"
                    .formatted(Part.FILES.archive(), finished.counts().size()));
            return finished;
        }
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final ArchiveWriter archive;

        Collector(ArchiveWriter archive) {
            this.archive = archive;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = files.relativize(file).toString().replace('\\', '/');
            try (var content = Files.newInputStream(file)) {
                archive.add(name, content);
            } catch (NoSuchFileException e) {
                // Removed meanwhile, as retention says.
            }
            return FileVisitResult.CONTINUE;
        }
    }

    static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void refuseOldContent(Path folder) throws IOException {
        if (!Files.exists(folder)) return;

        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new BackupRefused(folder + " is not empty. Name a new folder for each backup.");
            }
        }
    }
}
