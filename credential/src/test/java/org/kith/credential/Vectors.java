package org.kith.credential;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of public examples that `KITH_VECTORS` names. A test that needs it is skipped without it, and
/// says so.
public final class Vectors {
    private Vectors() {}

    public static Path folder(String name) {
        var root = System.getenv("KITH_VECTORS");
        assumeTrue(root != null, "skipped: KITH_VECTORS names no folder of public examples");
        var folder = Path.of(root, name);
        assumeTrue(Files.isDirectory(folder), "skipped: no folder " + name + " in KITH_VECTORS");
        return folder;
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
