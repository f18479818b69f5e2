package org.kith.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Held by the one process that runs on a `KITH_HOME`. The kernel lets go of it when that process dies, however it
/// dies.
final class HomeLock implements AutoCloseable {
    private final FileChannel file;

    private HomeLock(FileChannel file) {
        this.file = file;
    }

    /// The lock, or nothing when another process holds it.
    static Optional<HomeLock> take(Path home) {
        try {
            Private.folder(home);
            var file = FileChannel.open(
                    home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(file)) {
                file.close();
                return Optional.empty();
            }
            file.truncate(0);
            file.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new HomeLock(file));
        } catch (IOException e) {
            throw new CannotStart(
                    "This process cannot write where data is to be kept: " + e.getMessage(),
                    home.toAbsolutePath(),
                    "Give the folder to the user who runs Kith, or name another one in KITH_HOME.");
        }
    }

    /// What to say when the lock is held.
    static CannotStart refusal(Path home) {
        return new CannotStart(
                "Another Kith is running on the same data (process " + holder(home) + ").",
                "KITH_HOME=" + home.toAbsolutePath(),
                "Stop the other one first, or give this one a KITH_HOME of its own.");
    }

    private static String holder(Path home) {
        try {
            var pid = Files.readString(home.resolve("lock")).strip();
            return pid.isEmpty() ? "unknown" : pid;
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which is no reason to run twice.
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
