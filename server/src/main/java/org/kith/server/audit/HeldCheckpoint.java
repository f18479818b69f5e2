package org.kith.server.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A published checkpoint that somebody outside has kept, as `/.well-known/kith-journal.json` gave it.
public final class HeldCheckpoint {
    private final String token;

    private HeldCheckpoint(String token) {
        this.token = token;
    }

    /// Reads a file with a published checkpoint.
    ///
    /// @throws IOException if it cannot be read
    /// @throws IllegalArgumentException if it is no such file
    public static HeldCheckpoint read(Path file) throws IOException {
        return new HeldCheckpoint(PublishedCheckpoint.tokenIn(Files.readString(file)));
    }

    String token() {
        return token;
    }
}
