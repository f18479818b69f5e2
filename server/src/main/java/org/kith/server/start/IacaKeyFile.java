package org.kith.server.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the file with a root's private key, by the name that `kith keys ceremony` gives it.
final class IacaKeyFile {
    private static final String NAME = "root.p12";
    private static final int DEPTH = 3;

    private IacaKeyFile() {}

    static Optional<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (var found = Files.find(folder, DEPTH, (file, _) -> file.endsWith(NAME))) {
            return found.findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            // What the server cannot read, it cannot use.
            return Optional.empty();
        }
    }
}
