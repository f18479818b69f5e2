package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// One day's times, and more people than times, all at once; then a person with a thousand accounts. Counts that nobody
/// got
/// a place that is not there, and that the thousand gained one.
final class Places {
    private static final int PEOPLE = 500;
    private static final int ACCOUNTS = 1_000;
    private static final int COUNTERS = 10;
    private static final int TRIES = 12;
    private static final Pattern SLOT = Pattern.compile("name=\"slot\" id=\"[^\"]*\" value=\"([^\"]+)\"");

    private final Path jar;
    private final Path home;

    Places(Path jar, Path home) {
        this.jar = jar;
        this.home = home;
    }

    void run() throws Exception {
        var centres = home.resolve("centres.yaml");
        Files.writeString(centres, """
                centres:
                  - id: 0de00000-0000-4000-9000-000000000001
                    code: bench
                    town: Bench
                    country: XER
                    address: 1 Bench
                    finding: A bench.
                    time-zone: UTC
                    languages: [en]
                    step-free: true
                    counters: %d
                    hours:
                      monday: 09:00-17:00
                      tuesday: 09:00-17:00
                      wednesday: 09:00-17:00
                      thursday: 09:00-17:00
                      friday: 09:00-17:00
                      saturday: 09:00-17:00
                      sunday: 09:00-17:00
                """.formatted(COUNTERS));
        try (var server = Server.start(jar, home, Map.of("KITH_CENTRES", centres.toString()))) {
            var people = filed(server, PEOPLE, "person", false);
            System.out.printf("%n### One day's times at once%n%n");
            System.out.println(
                    "| who | want | places | booked | a second | answer, median and p95 | beyond the places |");
            System.out.println("|---|---|---|---|---|---|---|");
            for (var round = 0; round < 3; round++) press(people, PEOPLE + " people", 20 + round);
            var accounts = filed(server, ACCOUNTS, "account", true);
            press(accounts, "one with " + ACCOUNTS + " accounts", 30);
        }
    }

    private List<Browser> filed(Server server, int many, String word, boolean onePassport) throws Exception {
        var browsers = Collections.synchronizedList(new ArrayList<Browser>());
        var atOnce = new Semaphore(50);
        var progress = new Progress(word + "s who apply", many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, many)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        atOnce.acquire();
                        try {
                            var email = "%s-%d@example.org".formatted(word, i);
                            var browser = new Browser(server.origin(), new Timings());
                            var own = Specimen.of(email);
                            new Applicant(browser, email, onePassport ? own.with("L00000001") : own, false).file();
                            browsers.add(browser);
                            progress.step();
                        } finally {
                            atOnce.release();
                        }
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(all)) done.get();
        }
        return browsers;
    }

    /// All want a time of that day; who finds theirs taken presses one of those offered instead, and so on.
    private void press(List<Browser> people, String who, int days) throws Exception {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(days);
        var times = SLOT.matcher(people.getFirst().get("/visit/at/bench?week=" + day))
                .results()
                .map(found -> found.group(1))
                .filter(slot -> slot.startsWith(day.toString()))
                .toList();
        for (var person : people) person.get("/visit/at/bench?week=" + day);
        var before = booked(day);
        var answers = Collections.synchronizedList(new ArrayList<Double>());
        var failed = new AtomicInteger();
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person : people) threads.execute(() -> wants(person, times, day, answers, failed));
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var sorted = answers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var booked = booked(day) - before;
        System.out.printf(
                "| %s | %d presses, %d failed | %d | %d | %.0f | %.0f ms, %.0f ms | %d |%n",
                who,
                answers.size(),
                failed.get(),
                times.size() * COUNTERS,
                booked,
                booked / seconds,
                Timings.at(sorted, 0.5),
                Timings.at(sorted, 0.95),
                beyond());
        release(day);
    }

    private static void wants(
            Browser person, List<String> times, LocalDate day, List<Double> answers, AtomicInteger failed) {
        var random = new Random();
        var left = new ArrayList<>(times);
        for (var i = 0; i < TRIES && !left.isEmpty(); i++) {
            var slot = left.get(random.nextInt(left.size()));
            var begun = System.nanoTime();
            try {
                var answer = person.tries("/visit/at/bench", Map.of("slot", slot, "week", day.toString()));
                answers.add((System.nanoTime() - begun) / 1e6);
                if (answer / 100 == 3) return;
            } catch (IOException | InterruptedException | RuntimeException e) {
                if (failed.incrementAndGet() == 1) System.err.println("first failure: " + e);
                return;
            }
            left.remove(slot);
        }
    }

    private int booked(LocalDate day) throws IOException, SQLException {
        return count("select count(*) from booking where state = 'BOOKED' and starts_at::date = '" + day + "'");
    }

    /// Times that meet at one counter, or lie at a counter that is not there, by what is booked and not by what keeps
    /// it.
    private int beyond() throws IOException, SQLException {
        return count("""
                select count(*) from booking one where state = 'BOOKED' and (place > %d or exists (
                    select 1 from booking other where other.state = 'BOOKED' and other.id <> one.id
                      and other.centre = one.centre and other.place = one.place
                      and other.starts_at < one.starts_at + make_interval(mins => one.minutes)
                      and one.starts_at < other.starts_at + make_interval(mins => other.minutes)))
                """.formatted(COUNTERS));
    }

    /// For the next round.
    private void release(LocalDate day) throws IOException, SQLException {
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement()) {
            statement.execute("update application set stage = 'SUBMITTED' where id in (select application from booking "
                    + "where state = 'BOOKED' and starts_at::date = '" + day + "')");
            statement.execute("update booking set state = 'CANCELLED' where state = 'BOOKED'");
            statement.execute("delete from visit_offer");
            statement.execute("delete from appointment");
            statement.execute("delete from visit_request");
        }
    }

    private int count(String sql) throws IOException, SQLException {
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static double[] sorted(double... values) {
        return Arrays.stream(values).sorted().toArray();
    }
}
