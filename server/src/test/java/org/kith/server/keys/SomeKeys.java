package org.kith.server.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// Keys for tests of other modules.
public final class SomeKeys {
    private SomeKeys() {}

    /// As the demonstration makes them for itself; the password lies beside them.
    public static KeyPlace ofTheDemonstration(Path folder, Clock clock) {
        var place = new KeyPlace(folder, folder.resolve("password"));
        Keys.openForDemonstration(place, MadeKeys.UTOPIA, clock);
        return place;
    }

    /// As an operator makes them, with a ceremony; the password is there already.
    public static void ofProduction(KeyPlace place, Clock clock) throws IOException {
        Keys.create(place, "Office of the Compatriot Card", clock);
        var safe = Files.createTempDirectory("kith-safe");
        SomeCeremony.in(safe, clock).addKeys(place, clock.instant(), clock);
    }
}
