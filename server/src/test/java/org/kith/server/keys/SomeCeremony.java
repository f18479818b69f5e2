package org.kith.server.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/// A root in a folder of its own, as it lies in a safe.
record SomeCeremony(Path folder, Path password) {
    static SomeCeremony in(Path safe, Clock clock) throws IOException {
        var password = safe.resolve("root.password");
        var some = new SomeCeremony(safe.resolve("root"), password);
        if (Files.exists(password)) return some;

        Files.createDirectories(safe);
        Files.writeString(password, "the password of the root\n");
        Ceremony.makeRoot(some.folder, password, MadeKeys.UTOPIA, clock);
        return some;
    }

    /// New keys that take their turn at `from`.
    void addKeys(KeyPlace place, Instant from, Clock clock) {
        var requests = KeyRequests.write(place, MadeKeys.UTOPIA, clock).pem();
        var signed = Ceremony.sign(folder, password, requests, from);
        KeyRequests.install(place, signed.pem(), IssuedCertificate.fingerprint(signed.root()));
    }
}
