package org.kith.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs pieces of work in turn, round after round, so that a noisy machine is as noisy for one as for the other. The
/// first piece is the bare limit that the others are compared with.
final class Rounds {
    /// One unit of work; its result is looked at, so that it cannot be optimised away.
    interface Work {
        Object once() throws Exception;
    }

    private final Map<String, Work> works = new LinkedHashMap<>();
    private final int rounds;
    private final Duration length;
    private int sink;

    Rounds(int rounds, Duration length) {
        this.rounds = rounds;
        this.length = length;
    }

    Rounds with(String name, Work work) {
        works.put(name, work);
        return this;
    }

    /// Prints a table: operations a second on one thread, median and range of the rounds, and the share of the first
    /// row.
    void report(String title) throws Exception {
        for (var work : works.values()) perSecond(work); // warm-up
        var rates = new LinkedHashMap<String, List<Double>>();
        works.keySet().forEach(name -> rates.put(name, new ArrayList<>()));
        for (var round = 0; round < rounds; round++) {
            for (var work : works.entrySet()) {
                rates.getOrDefault(work.getKey(), new ArrayList<>()).add(perSecond(work.getValue()));
            }
        }
        print(title, rates);
    }

    private static void print(String title, Map<String, List<Double>> rates) {
        System.out.printf("%n### %s%n%n| work | a second, median (range) | of the first |%n|---|---|---|%n", title);
        var limit = rates.values().iterator().next().stream().sorted().toList();
        rates.forEach((name, values) -> {
            Collections.sort(values);
            var median = values.get(values.size() / 2);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f (%,.0f–%,.0f) | %.2f |%n",
                    name,
                    median,
                    values.getFirst(),
                    values.getLast(),
                    median / limit.get(limit.size() / 2));
        });
    }

    private double perSecond(Work work) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var start = System.nanoTime();
        var count = 0L;
        while (System.nanoTime() < end) {
            sink += System.identityHashCode(work.once());
            count++;
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public String toString() {
        return "rounds of " + works.keySet() + " (" + sink + ")";
    }
}
