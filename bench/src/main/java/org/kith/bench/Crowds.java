package org.kith.bench;

import static org.kith.bench.Timings.at;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.kith.bench.Crowd.Outcome;

/// So many people who do the same at once, beside a bare limit.
final class Crowds {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/check-[^\"]+\\.js)\"");
    private static final String UPLOAD = "POST /apply/documents/birth-record";
    private static final int ALONE = 20;

    private final Server server;
    private final int users;
    private final int rounds;
    private final Duration length;
    private final UnaryOperator<String> emails;
    private final Crowd crowd;

    /// @param length of each piece of a round
    /// @param emails an address of nobody who was here before
    Crowds(Server server, int users, int rounds, Duration length, UnaryOperator<String> emails) {
        this.server = server;
        this.users = users;
        this.rounds = rounds;
        this.length = length;
        this.emails = emails;
        this.crowd = new Crowd(users);
    }

    /// Whole applications without a paper.
    void apply() throws IOException, InterruptedException {
        var alone = new Timings();
        var crowded = new Timings();
        warmUp();
        for (var i = 0; i < ALONE; i++) applicant(alone).apply();
        var requests =
                alone.sorted().values().stream().mapToInt(times -> times.length).sum() / ALONE;

        var bare = new ArrayList<Outcome>();
        var whole = new ArrayList<Outcome>();
        var cpu = new ArrayList<Server.Cpu>();
        for (var round = 0; round < rounds; round++) {
            bare.add(crowd.run(length, counter(), _ -> scripts(requests)));
            var before = server.cpu();
            whole.add(crowd.run(length, counter(), _ -> applicant(crowded).apply()));
            cpu.add(server.cpu().since(before));
        }
        System.out.printf(
                "%n### Applications, %d people at once%n%n| what | a second, median (range) | of the bare | time of one, median and p95 | failed |%n|---|---|---|---|---|%n",
                users);
        row("bare: a script of 3 KB, %d times".formatted(requests), bare, bare);
        row("application, %d requests".formatted(requests), whole, bare);
        var done = whole.stream().mapToInt(outcome -> outcome.times().size()).sum();
        System.out.printf(
                "%nProcessor time of an application: server %.0f ms, PostgreSQL %.0f ms.%n",
                cpu.stream().mapToDouble(Server.Cpu::server).sum() / done * 1000,
                cpu.stream().mapToDouble(Server.Cpu::postgres).sum() / done * 1000);
        print(alone.sorted(), crowded.sorted());
    }

    /// Applications with a photographed paper, and the memory that takes.
    void upload() throws IOException, InterruptedException {
        var paper = Photo.paper();
        warmUp();
        var again = new Timings();
        var alone = new Timings();
        for (var i = 0; i < rounds; i++) {
            var begun = System.nanoTime();
            Photo.again(paper);
            again.add(UPLOAD, System.nanoTime() - begun);
            applicant(alone).apply(paper);
        }
        System.out.printf("%n### A photo of %.1f MB%n%n| what | ms, median (range) |%n|---|---|%n", paper.length / 1e6);
        row("bare: decoded and encoded once", again);
        row("alone, from upload to answer", alone);

        var peaks = new Timings();
        var all = new ArrayList<Outcome>();
        var crowded = new Timings();
        for (var round = 0; round < rounds; round++) {
            try (var peak = new Peak(server)) {
                all.add(crowd.run(length, counter(), _ -> applicant(crowded).apply(paper)));
                peaks.add(UPLOAD, peak.megabytes() * 1_000_000);
            }
        }
        row("of %d at once, from upload to answer".formatted(users), crowded);
        System.out.printf(
                "%n| application with this photo, %d people at once | a second | of the bare | time of one | failed |%n|---|---|---|---|---|%n",
                users);
        row("", all, all);
        System.out.printf("%n| most memory of the server and what draws, MB | |%n|---|---|%n");
        row("", peaks);
    }

    /// What the compiler still has to do is no figure of ours.
    private void warmUp() {
        crowd.run(
                length.multipliedBy(3), counter(), _ -> applicant(new Timings()).apply());
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

    private static void row(String name, Timings timings) {
        var times = timings.sorted().getOrDefault(UPLOAD, new double[] {Double.NaN});
        System.out.printf("| %s | %.0f (%.0f–%.0f) |%n", name, at(times, 0.5), times[0], times[times.length - 1]);
    }

    private static void row(String name, List<Outcome> outcomes, List<Outcome> bare) {
        var rates = sorted(outcomes, Outcome::perSecond);
        System.out.printf(
                "| %s | %.1f (%.1f–%.1f) | %.2f | %.1f s, %.1f s | %d |%n",
                name,
                middle(rates),
                rates.getFirst(),
                rates.getLast(),
                middle(rates) / middle(sorted(bare, Outcome::perSecond)),
                middle(sorted(outcomes, outcome -> outcome.at(0.5))),
                middle(sorted(outcomes, outcome -> outcome.at(0.95))),
                outcomes.stream().mapToInt(Outcome::failed).sum());
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

    private static List<Double> sorted(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).sorted().boxed().toList();
    }

    private static double middle(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
