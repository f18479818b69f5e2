package org.kith.pack.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The YAML files of a pack by their name within it (`questions/family.yaml`), small enough to keep whole.
///
/// Whoever keeps these files can read the same pack again later: applications keep the version they were filed under.
public final class PackFolder {
    private static final int LARGEST_FILE = 1 << 20;
    private static final int MOST_FILES = 500;
    private static final int DEEPEST = 4;

    private final SortedMap<String, byte[]> files;

    private PackFolder(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static PackFolder of(Map<String, byte[]> files) {
        return new PackFolder(files);
    }

    /// Reads the folder, which may itself be a link, without following links within it. What is too large or not a
    /// plain file is a fault and left out.
    public static PackFolder read(Path dir, Faults faults) {
        var files = new TreeMap<String, byte[]>();
        var real = real(dir);
        for (Path path : yamlFilesBelow(real, faults)) {
            var name = real.relativize(path).toString().replace('\\', '/');
            var bytes = bytesOf(path, new Place(name, 1), faults);
            if (bytes.length > 0) files.put(name, bytes);
        }
        return new PackFolder(files);
    }

    private static Path real(Path dir) {
        try {
            return dir.toRealPath();
        } catch (IOException _) {
            return dir; // told when it is walked
        }
    }

    private static List<Path> yamlFilesBelow(Path dir, Faults faults) {
        try (var walk = Files.walk(dir, DEEPEST)) {
            var found = walk.filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (found.size() <= MOST_FILES) return found;
            faults.add(new Place(".", 1), "more than " + MOST_FILES + " files", "keep the pack small");
        } catch (IOException | UncheckedIOException e) {
            faults.add(new Place(".", 1), "the folder cannot be read", "name a folder with programme.yaml in it");
        }
        return List.of();
    }

    private static byte[] bytesOf(Path path, Place place, Faults faults) {
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                faults.add(place, "not a plain file", "replace links by the files themselves");
            } else if (Files.size(path) > LARGEST_FILE) {
                faults.add(place, "larger than 1 MB", "split the file or shorten it");
            } else if (Files.size(path) == 0) {
                faults.add(place, "the file is empty", "fill it or remove it");
            } else {
                return Files.readAllBytes(path);
            }
        } catch (IOException e) {
            faults.add(place, "the file cannot be read", "check its permissions");
        }
        return new byte[0];
    }

    public SortedMap<String, byte[]> files() {
        return files;
    }

    /// The names of the files in a subfolder, in order.
    public List<String> in(String folder) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(folder + "/") && name.endsWith(".yaml"))
                .toList();
    }

    /// SHA-256 over each file's name and content, both with their lengths, in the order of names; lower-case hex.
    public String digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                var nameBytes = name.getBytes(UTF_8);
                sha256.update(ByteBuffer.allocate(8)
                        .putInt(nameBytes.length)
                        .putInt(content.length)
                        .array());
                sha256.update(nameBytes);
                sha256.update(content);
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
