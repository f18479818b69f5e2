package org.kith.server.demo;

import java.time.Duration;

/// How far the clock can be set forward at a time.
public enum DemoStep {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    YEAR(Duration.ofDays(365));

    private final Duration length;

    DemoStep(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
