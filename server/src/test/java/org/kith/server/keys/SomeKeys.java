package org.kith.server.keys;

import java.nio.file.Path;
import java.time.Clock;

/// Keys for tests of other modules.
public final class SomeKeys {
    private SomeKeys() {}

    /// As the demonstration makes them for itself; the password lies beside them.
    public static Path ofTheDemonstration(Path folder, Clock clock) {
        Keys.openForDemonstration(folder, folder.resolve("password"), MadeKeys.UTOPIA, clock);
        return folder;
    }
}
