package org.kith.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/// How long each page took, by its address, in the order they were first seen.
final class Timings {
    private final Map<String, Series> pages = new LinkedHashMap<>();

    /// Milliseconds, growing.
    private static final class Series {
        private double[] values = new double[64];
        private int count;

        void add(double value) {
            if (count == values.length) values = Arrays.copyOf(values, 2 * count);
            values[count++] = value;
        }

        double[] sorted() {
            return Arrays.stream(values, 0, count).sorted().toArray();
        }
    }

    synchronized void add(String page, long nanos) {
        pages.computeIfAbsent(page, _ -> new Series()).add(nanos / 1e6);
    }

    synchronized Map<String, double[]> sorted() {
        var sorted = new LinkedHashMap<String, double[]>();
        pages.forEach((page, series) -> sorted.put(page, series.sorted()));
        return sorted;
    }

    static double total(Map<String, double[]> pages) {
        return pages.values().stream().flatMapToDouble(DoubleStream::of).sum();
    }

    /// @param sorted not empty
    static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1.0, sorted.length * share)];
    }
}
