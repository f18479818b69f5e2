package org.kith.server.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// The demonstration's clock: real time, moved forward on request so that time limits can be walked.
/// It never goes back: what was signed or promised stays in the past.
public final class AdvancingClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> ahead;

    public AdvancingClock(Clock base) {
        this(base, new AtomicReference<>(Duration.ZERO));
    }

    private AdvancingClock(Clock base, AtomicReference<Duration> ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    public Duration ahead() {
        return ahead.get();
    }

    public void advanceBy(Duration step) {
        if (step.isNegative()) throw new IllegalArgumentException("the clock only goes forward");

        ahead.updateAndGet(before -> before.plus(step));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AdvancingClock(base.withZone(zone), ahead);
    }
}
