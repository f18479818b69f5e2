package org.kith.server.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/// Files that only the server's own user may read, written whole or not at all.
final class OwnFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnFile() {}

    static void folder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) Files.createDirectories(folder, OWNER_FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made.", e);
        }
    }

    /// Writes `bytes` unless the file is there already: of two processes at once, one wins and both see the same file.
    /// A link is what makes it so, since a move would replace.
    ///
    /// @return whether this call made the file
    static boolean makeOnce(Path file, byte[] bytes) {
        var folder = folderOf(file);
        try {
            var draft = Files.createTempFile(folder, ".new", "", OWNER_ONLY);
            try {
                write(draft, bytes);
                Files.createLink(file, draft);
                flush(folder);
                return true;
            } catch (FileAlreadyExistsException another) {
                return false;
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
        }
    }

    /// Writes `bytes` in the place of the file, or leaves it as it was.
    static void replace(Path file, byte[] bytes) {
        var folder = folderOf(file);
        try {
            var draft = Files.createTempFile(folder, ".new", "", OWNER_ONLY);
            write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flush(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
        }
    }

    /// Does the work alone, of all threads and processes that ask with this file.
    static <T> T alone(Path lock, Supplier<T> work) {
        synchronized (OwnFile.class) {
            try {
                makeOnce(lock, new byte[0]);
                try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    return work.get();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + lock + " cannot be locked.", e);
            }
        }
    }

    /// Adds a line that is on the disk when this returns.
    static void append(Path file, byte[] line) {
        try {
            if (!Files.exists(file)) makeOnce(file, new byte[0]);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                writeAll(channel, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            flush(folderOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be deleted.", e);
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writeAll(channel, bytes);
        }
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) channel.write(left);
        channel.force(true);
    }

    /// A new name in a folder lasts only once the folder itself is on the disk.
    private static void flush(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
