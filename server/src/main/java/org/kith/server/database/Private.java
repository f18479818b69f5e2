package org.kith.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Files and folders that other users of the machine can neither read nor enter.
final class Private {
    private Private() {}

    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;

        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) throw e;
        }
    }

    /// The secret in `file`, made there once when there is none.
    static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            moveSurely(fresh, file);
        }
        return Files.readString(file).strip();
    }

    /// Renames within a folder, and is on disk when it returns.
    static void moveSurely(Path from, Path to) throws IOException {
        Files.move(from, to);
        try (var folder = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
