package org.kith.bench;

import static org.kith.bench.Timings.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The built server: how soon it answers, how long each page takes, how many whole applications it takes, and what
/// memory it holds after them.
final class Service {
    private static final int STARTS = 3;
    private static final int CARDS = 10;

    private final Path jar;
    private final Path home;
    private final List<Integer> crowds;
    private final int rounds;
    private final Duration length;
    private final long begun = System.nanoTime();
    private final AtomicInteger number = new AtomicInteger();

    /// @param length of each piece of a round
    Service(Path jar, Path home, List<Integer> crowds, int rounds, Duration length) {
        this.jar = jar;
        this.home = home;
        this.crowds = List.copyOf(crowds);
        this.rounds = rounds;
        this.length = length;
    }

    void run() throws Exception {
        var centres = Map.of("KITH_CENTRES", Centre.write(home).toString());
        System.out.printf("%n### Starting%n%n| start, to the first page | seconds |%n|---|---|%n");
        for (var start = 1; start < STARTS; start++) timedStart(centres).close();
        try (var server = timedStart(centres)) {
            var wholeBefore = Data.readWhole(home);
            var memory = new ArrayList<String>();
            memory.add(memory("started", server));
            wholeWay(server, new Timings());
            memory.add(memory("one person has a card", server));
            cards(server);
            for (var users : crowds) new Crowds(server, users, rounds, length, this::email).apply();
            memory.add(memory("%,d people have applied".formatted(number.get()), server));
            System.out.printf(
                    "%n### Memory, MB%n%n| after | server, resident | heap after collection | PostgreSQL |%n|---|---|---|---|%n%s%n",
                    String.join("\n", memory));
            readWhole(wholeBefore);
        }
    }

    /// Papers photographed and uploaded.
    void uploads() throws Exception {
        try (var server = Server.start(
                jar, home, Map.of("KITH_CENTRES", Centre.write(home).toString()))) {
            for (var users : crowds) new Crowds(server, users, rounds, length, this::email).upload();
        }
    }

    private void readWhole(Map<String, Long> before) throws IOException, SQLException {
        System.out.printf("%n### Large tables that were read from end to end%n%n| table | times |%n|---|---|%n");
        Data.readWhole(home).forEach((table, times) -> {
            var since = times - before.getOrDefault(table, times);
            if (since > 0) System.out.printf("| %s | %d |%n", table, since);
        });
    }

    private Server timedStart(Map<String, String> settings) throws IOException, InterruptedException {
        var fresh = !Files.exists(home.resolve("postgres"));
        var begins = System.nanoTime();
        var server = Server.start(jar, home, settings);
        var seconds = (System.nanoTime() - begins) / 1e9;
        System.out.printf("| %s | %.1f |%n", fresh ? "first, with a new database" : "again, with data there", seconds);
        return server;
    }

    private void wholeWay(Server server, Timings timings) throws Exception {
        var holder = new Browser(server.origin(), timings);
        var filed = new Applicant(holder, email("holder"), true).apply(Photo.paper());
        new Officers(server.origin(), timings).finish(holder, filed);
    }

    /// One person after another, from the first page to a checked card.
    private void cards(Server server) throws Exception {
        var timings = new Timings();
        for (var i = 0; i < CARDS; i++) wholeWay(server, timings);
        System.out.printf(
                "%n### Every page to a checked card, one person at a time%n%n| page | median ms |%n|---|---|%n");
        timings.sorted().forEach((page, times) -> System.out.printf("| %s | %.0f |%n", page, at(times, 0.5)));
    }

    /// Of nobody who was here before, in this run or another.
    private String email(String who) {
        return "%s-%d-%x@example.org".formatted(who, number.incrementAndGet(), begun);
    }

    private static String memory(String after, Server server) throws IOException, InterruptedException {
        var resident = server.resident();
        var database = server.database();
        return "| %s | %d | %d | %d |".formatted(after, resident, server.heapAfterCollection(), database);
    }
}
