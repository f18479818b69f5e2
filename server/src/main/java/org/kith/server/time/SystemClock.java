package org.kith.server.time;

import java.time.Clock;

/// The machine's clock, for commands that run without the server.
public final class SystemClock {
    private SystemClock() {}

    public static Clock utc() {
        return Clock.systemUTC();
    }
}
