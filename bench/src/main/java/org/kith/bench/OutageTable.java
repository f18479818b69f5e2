package org.kith.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Seconds a visit, round after round, beside the bare limit of the same rounds.
final class OutageTable {
    private static final String BARE = "bare: a signature verified, a photo decoded and encoded, a row committed";

    private final OutageLimit limit;
    private final Map<String, List<Double>> rows = new LinkedHashMap<>();

    OutageTable(OutageLimit limit) {
        this.limit = limit;
    }

    void bare() throws Exception {
        add(BARE, limit.seconds());
    }

    void add(String row, double seconds) {
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(seconds);
    }

    void print(int visits) {
        System.out.printf("%n### %,d visits after an outage%n%n", visits);
        System.out.println("| | seconds a visit, median (range) | times the bare |");
        System.out.println("|---|---|---|");
        var bare = median(rows.getOrDefault(BARE, List.of()));
        rows.forEach((row, found) -> System.out.printf(
                "| %s | %.3f (%.3f–%.3f) | %.1f |%n",
                row,
                median(found),
                found.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                found.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
                median(found) / bare));
    }

    private static double median(List<Double> found) {
        var sorted = found.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
