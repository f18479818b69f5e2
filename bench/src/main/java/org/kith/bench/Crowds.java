package org.kith.bench;

import static org.kith.bench.Timings.at;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.kith.bench.Crowd.Outcome;

/// So many people who apply at once, without a paper and with one, beside a bare limit.
final class Crowds {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/check-[^\"]+\\.js)\"");
    private static final String UPLOAD = "POST /apply/documents/birth-record";
    private static final int ALONE = 20;
    private static final int UPLOADS = 5;

    private final Server server;
    private final int users;
    private final int rounds;
    private final Duration length;
    private final UnaryOperator<String> emails;
    private final List<Outcome> bare = new ArrayList<>();
    private final List<Outcome> without = new ArrayList<>();
    private final List<Outcome> with = new ArrayList<>();
    private final List<Long> peaks = new ArrayList<>();
    private double serverTime;
    private double postgresTime;

    /// @param length of each piece of a round
    /// @param emails an address of nobody who was here before
    Crowds(Server server, int users, int rounds, Duration length, UnaryOperator<String> emails) {
        this.server = server;
        this.users = users;
        this.rounds = rounds;
        this.length = length;
        this.emails = emails;
    }

    void run() throws IOException, InterruptedException {
        var paper = Photo.paper();
        var alone = new Timings();
        var crowded = new Timings();
        var crowd = new Crowd(users);
        // What the compiler still has to do is no figure of ours.
        crowd.run(
                length.multipliedBy(3), counter(), _ -> applicant(new Timings()).apply());
        for (var i = 0; i < ALONE; i++) applicant(alone).apply();
        var requests =
                alone.sorted().values().stream().mapToInt(times -> times.length).sum() / ALONE;
        for (var i = 0; i < UPLOADS; i++) applicant(alone).apply(paper);

        for (var round = 0; round < rounds; round++) {
            bare.add(crowd.run(length, counter(), _ -> scripts(requests)));
            var before = server.cpu();
            without.add(crowd.run(length, counter(), _ -> applicant(crowded).apply()));
            var taken = server.cpu().since(before);
            serverTime += taken.server();
            postgresTime += taken.postgres();
            server.forgetPeak();
            with.add(crowd.run(length, counter(), _ -> applicant(new Timings()).apply(paper)));
            peaks.add(server.peak());
        }
        print(requests);
        print(paper.length, at(alone.sorted().getOrDefault(UPLOAD, new double[] {Double.NaN}), 0.5));
        print(alone.sorted(), crowded.sorted());
    }

    private static AtomicInteger counter() {
        return new AtomicInteger();
    }

    private Applicant applicant(Timings timings) {
        return new Applicant(new Browser(server.origin(), timings), emails.apply("bench"), false);
    }

    private void scripts(int requests) throws IOException, InterruptedException {
        var browser = new Browser(server.origin(), new Timings());
        var found = SCRIPT.matcher(browser.get("/check"));
        if (!found.find()) throw new IllegalStateException("the page has no script");

        for (var i = 1; i < requests; i++) browser.get(found.group(1));
    }

    private void print(int requests) {
        System.out.printf(
                "%n### Applications, %d people at once%n%n| what | a second, median (range) | of the bare | time of one, median and p95 | failed |%n|---|---|---|---|---|%n",
                users);
        row("bare: a script of 3 KB, %d times".formatted(requests), bare);
        row("application, %d requests".formatted(requests), without);
        row("application with a photographed paper, 12 megapixels", with);
        var done = without.stream().mapToInt(outcome -> outcome.times().size()).sum();
        System.out.printf(
                "%nProcessor time of an application: server %.0f ms, PostgreSQL %.0f ms.%n",
                serverTime / done * 1000, postgresTime / done * 1000);
    }

    private void row(String name, List<Outcome> outcomes) {
        var rates = outcomes.stream().map(Outcome::perSecond).sorted().toList();
        System.out.printf(
                "| %s | %.1f (%.1f–%.1f) | %.2f | %.1f s, %.1f s | %d |%n",
                name,
                middle(rates),
                rates.getFirst(),
                rates.getLast(),
                middle(rates)
                        / middle(bare.stream().map(Outcome::perSecond).sorted().toList()),
                middle(outcomes.stream()
                        .map(outcome -> outcome.at(0.5))
                        .sorted()
                        .toList()),
                middle(outcomes.stream()
                        .map(outcome -> outcome.at(0.95))
                        .sorted()
                        .toList()),
                outcomes.stream().mapToInt(Outcome::failed).sum());
    }

    private void print(int bytes, double milliseconds) {
        peaks.sort(Comparator.naturalOrder());
        System.out.printf(
                "%nA photo of %.1f MB, alone: %.0f ms from upload to answer. While %d upload, the server holds at most %d MB (%d–%d).%n",
                bytes / 1e6, milliseconds, users, peaks.get(peaks.size() / 2), peaks.getFirst(), peaks.getLast());
    }

    private void print(Map<String, double[]> alone, Map<String, double[]> crowded) {
        System.out.printf(
                "%n### Pages of an application, dearest first%n%n| page | alone, median ms | of %d at once, median ms | p95 ms | share of the time |%n|---|---|---|---|---|%n",
                users);
        var whole = Timings.total(crowded);
        crowded.entrySet().stream()
                .sorted(Comparator.comparingDouble(page -> -Timings.total(Map.of("", page.getValue()))))
                .forEach(page -> System.out.printf(
                        "| %s | %.1f | %.0f | %.0f | %.1f %% |%n",
                        page.getKey(),
                        at(alone.getOrDefault(page.getKey(), new double[] {Double.NaN}), 0.5),
                        at(page.getValue(), 0.5),
                        at(page.getValue(), 0.95),
                        100 * Timings.total(Map.of("", page.getValue())) / whole));
    }

    private static double middle(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
