package org.kith.server.identity.storage;

import java.util.Set;
import java.util.UUID;

/// Keeps files under random names. What it is given is sealed already; it learns nothing of anyone.
///
/// Every method throws [FilesAway] when the place is out of reach or full; what was asked for then has not happened, or
/// left a file that no row names and that is swept later.
public interface FileStore {
    /// Keeps a file. When this returns, it is there, whole, whatever happens next.
    void put(UUID name, byte[] sealed);

    /// Reads a file.
    ///
    /// @throws FilesAway also if there is no such file: a row names none that was never there
    byte[] get(UUID name);

    /// Removes a file, and what was never finished under its name.
    void remove(UUID name);

    /// The names of all files that begin so, unfinished ones too.
    ///
    /// @param drawer two hexadecimal digits
    Set<UUID> in(String drawer);
}
