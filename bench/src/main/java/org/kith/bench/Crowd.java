package org.kith.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Many people who do the same thing at once, each again as soon as they are done.
final class Crowd {
    private final int people;

    Crowd(int people) {
        this.people = people;
    }

    /// What one person does, as the how-manieth of all.
    interface Deed {
        void once(int number) throws Exception;
    }

    /// @param times   of one deed, in seconds, growing
    /// @param seconds until the last of them was done
    record Outcome(List<Double> times, double seconds, int failed) {
        double perSecond() {
            return times.size() / seconds;
        }

        /// The time that this share of the deeds did not exceed; not a number where none was done.
        double at(double share) {
            return times.isEmpty() ? Double.NaN : times.get((int) Math.min(times.size() - 1.0, times.size() * share));
        }
    }

    /// Nobody begins anew once the time is over; who has begun comes to the end.
    Outcome run(Duration length, AtomicInteger number, Deed deed) {
        var times = Collections.synchronizedList(new ArrayList<Double>());
        var failures = new AtomicInteger();
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person = 0; person < people; person++) {
                threads.execute(() -> {
                    while (System.nanoTime() - begun < length.toNanos()) {
                        one(deed, number.incrementAndGet(), times, failures);
                    }
                });
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        return new Outcome(times.stream().sorted().toList(), seconds, failures.get());
    }

    private static void one(Deed deed, int number, List<Double> times, AtomicInteger failures) {
        var begun = System.nanoTime();
        try {
            deed.once(number);
            times.add((System.nanoTime() - begun) / 1e9);
        } catch (Exception e) {
            if (failures.incrementAndGet() == 1) System.err.println("first failure: " + e);
        }
    }
}
