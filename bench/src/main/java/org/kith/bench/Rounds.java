package org.kith.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/// Runs pieces of work in turn, round after round, so that a noisy machine is as noisy for one as for the other. The
/// first piece is the bare limit that the others are compared with.
final class Rounds {
    /// One unit of work; its result is looked at, so that it cannot be optimised away.
    interface Work {
        Object once() throws Exception;
    }

    /// @param units how many of the first piece it holds, so that its share is of as much bare work
    private record Piece(Work work, int units) {}

    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final int rounds;
    private final Duration length;
    private final LongSupplier clock;
    private int sink;

    Rounds(int rounds, Duration length) {
        this(rounds, length, System::nanoTime);
    }

    private Rounds(int rounds, Duration length, LongSupplier clock) {
        this.rounds = rounds;
        this.length = length;
        this.clock = clock;
    }

    /// By the processor time of the one thread that works, for what waits for nothing: others who want the processor
    /// too do not count. The collector works in threads of its own and does not count either.
    static Rounds ofProcessorTime(int rounds, Duration length) {
        return new Rounds(rounds, length, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    Rounds with(String name, Work work) {
        return with(name, 1, work);
    }

    /// A piece that holds several of the first, such as two signatures to verify.
    Rounds with(String name, int units, Work work) {
        pieces.put(name, new Piece(work, units));
        return this;
    }

    /// Prints a table: operations a second on one thread, median and range of the rounds, and the share of the first
    /// row.
    void report(String title) throws Exception {
        for (var piece : pieces.values()) perSecond(piece.work()); // warm-up
        var rates = new LinkedHashMap<String, List<Double>>();
        pieces.keySet().forEach(name -> rates.put(name, new ArrayList<>()));
        for (var round = 0; round < rounds; round++) {
            for (var piece : pieces.entrySet()) {
                rates.getOrDefault(piece.getKey(), new ArrayList<>())
                        .add(perSecond(piece.getValue().work()));
            }
        }
        print(title, rates);
    }

    private void print(String title, Map<String, List<Double>> rates) {
        System.out.printf("%n### %s%n%n| work | a second, median (range) | of the first |%n|---|---|---|%n", title);
        var limit = rates.values().iterator().next().stream().sorted().toList();
        rates.forEach((name, values) -> {
            Collections.sort(values);
            var piece = pieces.get(name);
            var units = piece == null ? 1 : piece.units();
            var median = values.get(values.size() / 2);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f (%,.0f–%,.0f) | %.2f |%n",
                    name,
                    median,
                    values.getFirst(),
                    values.getLast(),
                    units * median / limit.get(limit.size() / 2));
        });
    }

    private double perSecond(Work work) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var start = clock.getAsLong();
        var count = 0L;
        while (System.nanoTime() < end) {
            sink += System.identityHashCode(work.once());
            count++;
        }
        return count * 1e9 / (clock.getAsLong() - start);
    }

    @Override
    public String toString() {
        return "rounds of " + pieces.keySet() + " (" + sink + ")";
    }
}
