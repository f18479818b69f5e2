package org.kith.server.keys;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// Keys made for a test, in a folder of its own.
record MadeKeys(Path folder, Path password) {
    static final Instant MADE = Instant.parse("2026-11-22T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(MADE, ZoneOffset.UTC);

    static final Authority UTOPIA =
            Authority.ofState("Office of the Compatriot Card", "UTO", URI.create("https://card.utopia.example"));

    static MadeKeys in(Path folder) throws IOException {
        var some = unmade(folder);
        Keys.create(some.place(), "Ministry of Utopia", CLOCK);
        some.addKeys(MADE);
        return some;
    }

    static MadeKeys unmade(Path folder) throws IOException {
        var password = Files.writeString(folder.resolve("password"), "a long password\n");
        return new MadeKeys(folder.resolve("keys"), password);
    }

    /// By a ceremony: keys that take their turn at `from`.
    void addKeys(Instant from) throws IOException {
        SomeCeremony.in(folder.resolveSibling("safe"), CLOCK).addKeys(place(), from, CLOCK);
    }

    KeyPlace place() {
        return new KeyPlace(folder, password);
    }

    Keys open() {
        return Keys.open(place());
    }

    CountryKeys countries() {
        return new CountryKeys(open(), CLOCK);
    }

    Signing signingAt(Instant time) {
        return new Signing(open(), Clock.fixed(time, ZoneOffset.UTC));
    }
}
