package org.kith.server.identity.intake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Turns a HEIC photo into a JPEG with `heif-convert`, where that is installed.
///
/// It reads and writes files by name only. They lie in a folder that nobody else can read, in memory where the system
/// has
/// such a place, under a name of our own, and are gone when it is done; what a killed server left goes at the next
/// start.
@Component
public class HeifConversion {
    /// Address space, in KiB: a photo of 50 megapixels takes half of it.
    private static final int MEMORY = 1536 * 1024;

    /// What may be written, in the shell's blocks of 512 bytes.
    private static final int BLOCKS = Limits.CONVERTED_BYTES / 512;

    private static final String QUALITY = "92";
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final Optional<Path> program;
    private final Path folder;
    private final Duration time;

    /// @param program a path, or a name to look for; nothing is found under an empty one
    public HeifConversion(
            @Value("${kith.heif-convert}") String program,
            @Value("${kith.home}") Path home,
            @Value("${kith.drawing-time}") Duration time)
            throws IOException {
        this.program = find(program);
        this.time = time;
        this.folder = this.program.isPresent() ? folder(home.toAbsolutePath()) : home;
    }

    /// Whether HEIC photos can be taken.
    public boolean isThere() {
        return program.isPresent();
    }

    /// A JPEG of the first picture in a HEIC file, turned as the file says; nothing if it cannot be read.
    Optional<byte[]> convert(byte[] heic) throws IOException {
        var room = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()), ownerOnly());
        try {
            var from = Files.write(room.resolve("photo.heic"), heic);
            return run(room, from, room.resolve("photo.jpg")) ? written(room) : Optional.empty();
        } finally {
            remove(room);
        }
    }

    private boolean run(Path room, Path from, Path to) throws IOException {
        var limits = "ulimit -v %d && ulimit -f %d && ulimit -t %d && ulimit -c 0"
                .formatted(MEMORY, BLOCKS, time.toSeconds());
        // Program and arguments are words of their own: nothing of them is read by the shell.
        var builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                limits + " && exec \"$0\" \"$@\" </dev/null",
                program.orElseThrow().toString(),
                "-q",
                QUALITY,
                from.toString(),
                to.toString());
        builder.directory(room.toFile());
        builder.environment().clear();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /// Of several pictures in a file, each gets a number.
    private static Optional<byte[]> written(Path room) throws IOException {
        for (var name : List.of("photo.jpg", "photo-1.jpg")) {
            var jpeg = room.resolve(name);
            if (Files.isRegularFile(jpeg, LinkOption.NOFOLLOW_LINKS)) return Optional.of(Files.readAllBytes(jpeg));
        }
        return Optional.empty();
    }

    private static Optional<Path> find(String program) {
        if (program.isEmpty()) return Optional.empty();

        var places = program.contains("/")
                ? Stream.of(Path.of(program))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(place -> !place.isEmpty())
                        .map(place -> Path.of(place, program));
        return places.map(Path::toAbsolutePath).filter(Files::isExecutable).findFirst();
    }

    /// A folder for this `KITH_HOME` alone, empty.
    private static Path folder(Path home) throws IOException {
        var name = "kith-" + UUID.nameUUIDFromBytes(home.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var inMemory = IN_MEMORY.resolve(name);
        var folder =
                Files.isWritable(IN_MEMORY) && isFreeOrOurs(inMemory, home) ? inMemory : home.resolve("converting");
        Files.createDirectories(home);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) remove(folder);
        return Files.createDirectories(folder, ownerOnly());
    }

    private static boolean isFreeOrOurs(Path folder, Path home) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return true;

        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.exists(home)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(home));
    }

    private static java.nio.file.attribute.FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    }

    private static void remove(Path folder) {
        try (var inside = Files.walk(folder)) {
            for (var each : inside.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
