package org.kith.server.status;

import java.time.Clock;
import org.kith.server.keys.Permutations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Positions counted in a database of a test's own.
public final class SomePositions {
    private SomePositions() {}

    public static StatusPositions on(JdbcClient jdbc, Permutations permutations, Clock clock) {
        return new StatusPositions(
                new StatusLists(jdbc), new StatusAddresses("https://card.example"), permutations, clock);
    }
}
