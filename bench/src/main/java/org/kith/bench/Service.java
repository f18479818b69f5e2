package org.kith.bench;

import static org.kith.bench.Timings.at;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.kith.bench.Crowd.Outcome;

/// The built server: how soon it answers, how long each page takes, how many whole applications it takes, and what
/// memory it holds after them.
final class Service {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/check-[^\"]+\\.js)\"");
    private static final int STARTS = 3;
    private static final int ALONE = 20;
    private static final int CARDS = 10;

    private final Path jar;
    private final Path home;
    private final int users;
    private final int rounds;
    private final Duration length;
    private final int port = Server.freePort();
    private final AtomicInteger number = new AtomicInteger();

    /// @param length of each piece of a round
    Service(Path jar, Path home, int users, int rounds, Duration length) throws IOException {
        this.jar = jar;
        this.home = home;
        this.users = users;
        this.rounds = rounds;
        this.length = length;
    }

    void run() throws Exception {
        var centres = Map.of("KITH_CENTRES", Centre.write(home).toString());
        System.out.printf("%n### Starting%n%n| start, to the first page | seconds |%n|---|---|%n");
        for (var start = 1; start < STARTS; start++) timedStart(start, centres).close();
        try (var server = timedStart(STARTS, centres)) {
            var memory = new ArrayList<String>();
            memory.add(memory("started", server));
            wholeWay(server, new Timings());
            memory.add(memory("one person has a card", server));
            cards(server);
            applications(server);
            memory.add(memory("%,d people have applied".formatted(number.get()), server));
            System.out.printf(
                    "%n### Memory, MB%n%n| after | server, resident | heap after collection | PostgreSQL |%n|---|---|---|---|%n%s%n",
                    String.join("\n", memory));
        }
    }

    private Server timedStart(int start, Map<String, String> settings) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var server = Server.start(jar, home, port, settings);
        var seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "| %s | %.1f |%n", start == 1 ? "first, with a new database" : "again, with data there", seconds);
        return server;
    }

    private void wholeWay(Server server, Timings timings) throws Exception {
        var holder = new Browser(server.origin(), timings);
        new Applicant(holder, "holder-" + number.incrementAndGet() + "@example.org", true).apply(Photo.paper());
        new Officers(server.origin(), timings).finish(holder);
    }

    /// One person after another, from the first page to a checked card.
    private void cards(Server server) throws Exception {
        var timings = new Timings();
        for (var i = 0; i < CARDS; i++) wholeWay(server, timings);
        System.out.printf(
                "%n### Every page to a checked card, one person at a time%n%n| page | median ms |%n|---|---|%n");
        timings.sorted().forEach((page, times) -> System.out.printf("| %s | %.0f |%n", page, at(times, 0.5)));
    }

    private void applications(Server server) throws Exception {
        var paper = Photo.paper();
        var alone = new Timings();
        var crowded = new Timings();
        Crowd.Deed without = n -> applicant(server, n, crowded).apply();
        Crowd.Deed with = n -> applicant(server, n, new Timings()).apply(paper);
        // What the compiler still has to do is no figure of ours.
        var crowd = new Crowd(users);
        crowd.run(
                length.multipliedBy(3),
                number,
                n -> applicant(server, n, new Timings()).apply());
        crowd.run(length, number, with);

        for (var i = 0; i < ALONE; i++)
            applicant(server, number.incrementAndGet(), alone).apply();
        var requests =
                alone.sorted().values().stream().mapToInt(times -> times.length).sum() / ALONE;
        Crowd.Deed bare = _ -> scripts(server, requests);
        var outcomes = List.of(new ArrayList<Outcome>(), new ArrayList<Outcome>(), new ArrayList<Outcome>());
        var cpu = new ArrayList<Server.Cpu>();
        for (var round = 0; round < rounds; round++) {
            outcomes.get(0).add(crowd.run(length, new AtomicInteger(), bare));
            var before = server.cpu();
            outcomes.get(1).add(crowd.run(length, number, without));
            cpu.add(server.cpu().since(before));
            outcomes.get(2).add(crowd.run(length, number, with));
        }
        print(requests, outcomes, cpu);
        print(alone.sorted(), crowded.sorted());
        var failed = outcomes.stream()
                .flatMap(List::stream)
                .mapToInt(Outcome::failed)
                .sum();
        if (failed > 0)
            throw new IllegalStateException(failed + " applications failed; see " + home.resolve("server.log"));
    }

    private Applicant applicant(Server server, int person, Timings timings) {
        return new Applicant(new Browser(server.origin(), timings), "bench-" + person + "@example.org", false);
    }

    private static void scripts(Server server, int requests) throws IOException, InterruptedException {
        var browser = new Browser(server.origin(), new Timings());
        var found = SCRIPT.matcher(browser.get("/check"));
        if (!found.find()) throw new IllegalStateException("the page has no script");

        for (var i = 1; i < requests; i++) browser.get(found.group(1));
    }

    private void print(int requests, List<? extends List<Outcome>> outcomes, List<Server.Cpu> cpu) {
        System.out.printf(
                "%n### Applications, %d people at once%n%n| what | a second, median (range) | of the bare | time of one, median and p95 | failed |%n|---|---|---|---|---|%n",
                users);
        var names = List.of(
                "bare: a script of 3 KB, %d times".formatted(requests),
                "application, %d requests".formatted(requests),
                "application with a photographed paper, 12 megapixels");
        var limit = median(outcomes.get(0));
        for (var i = 0; i < names.size(); i++) {
            var rates = rates(outcomes.get(i));
            System.out.printf(
                    "| %s | %.1f (%.1f–%.1f) | %.2f | %.1f s, %.1f s | %d |%n",
                    names.get(i),
                    median(outcomes.get(i)),
                    rates.getFirst(),
                    rates.getLast(),
                    median(outcomes.get(i)) / limit,
                    middle(outcomes.get(i), 0.5),
                    middle(outcomes.get(i), 0.95),
                    outcomes.get(i).stream().mapToInt(Outcome::failed).sum());
        }
        var done = outcomes.get(1).stream()
                .mapToInt(outcome -> outcome.times().size())
                .sum();
        var server = cpu.stream().mapToDouble(Server.Cpu::server).sum() / done * 1000;
        var postgres = cpu.stream().mapToDouble(Server.Cpu::postgres).sum() / done * 1000;
        System.out.printf(
                "%nProcessor time of an application: server %.0f ms, PostgreSQL %.0f ms.%n", server, postgres);
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

    private static String memory(String after, Server server) throws IOException, InterruptedException {
        var resident = server.resident();
        var database = server.database();
        return "| %s | %d | %d | %d |".formatted(after, resident, server.heapAfterCollection(), database);
    }

    private static List<Double> rates(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::perSecond).sorted().toList();
    }

    private static double median(List<Outcome> outcomes) {
        var rates = rates(outcomes);
        return rates.get(rates.size() / 2);
    }

    private static double middle(List<Outcome> outcomes, double share) {
        var times = outcomes.stream().map(outcome -> outcome.at(share)).sorted().toList();
        return times.get(times.size() / 2);
    }
}
