package org.kith.server.identity.storage;

/// The place where files lie does not answer. Whoever sends a file is told to try again; nothing is half kept.
public final class FilesAway extends RuntimeException {
    /// The cause may name a bucket or a path, never a person.
    FilesAway(Throwable cause) {
        super("The place where files lie did not answer.", cause);
    }
}
