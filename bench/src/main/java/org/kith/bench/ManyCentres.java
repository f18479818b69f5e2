package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/// The page of all centres, and of one, where three hundred have sixty days of times and the first ten days are full.
final class ManyCentres {
    private static final int CENTRES = 300;
    private static final int COUNTERS = 2;
    private static final int LOOKS = 120;

    private final Path jar;
    private final Path home;

    ManyCentres(Path jar, Path home) {
        this.jar = jar;
        this.home = home;
    }

    void run() throws Exception {
        var file = home.resolve("centres.yaml");
        Files.writeString(file, file());
        try (var server = Server.start(jar, home, Map.of("KITH_CENTRES", file.toString()))) {
            var empty = new Browser(server.origin(), new Timings());
            new Applicant(empty, "centres@example.org", false).file();
            System.out.printf(
                    "%n### %d centres, 60 days%n%n| page | median ms | p95 ms | first ms |%n|---|---|---|---|%n",
                    CENTRES);
            looks(empty, "/visit/centres", "all centres, nothing booked", 0);
            var held = fill();
            System.out.printf("| %d visits booked then | | | |%n", held);
            looks(empty, "/visit/centres", "all centres", 0);
            looks(empty, "/visit/centres", "all centres, nothing remembered", 15_500);
            looks(empty, "/visit/at/c007", "one centre's week", 0);
        }
    }

    private static String file() {
        var text = new StringBuilder("centres:\n");
        for (var i = 0; i < CENTRES; i++) {
            text.append("""
                      - id: 0de00000-0000-4000-9000-%012d
                        code: c%03d
                        town: Town %03d
                        country: XER
                        address: 1 Bench
                        finding: A bench.
                        time-zone: Europe/Vienna
                        languages: [en]
                        step-free: true
                        counters: %d
                        hours:
                          monday: 09:00-12:00, 13:00-17:00
                          tuesday: 09:00-12:00, 13:00-17:00
                          wednesday: 09:00-12:00, 13:00-17:00
                          thursday: 09:00-12:00, 13:00-17:00
                          friday: 09:00-13:00
                    """.formatted(i + 1, i, i, COUNTERS));
        }
        return text.toString();
    }

    private int fill() throws IOException, SQLException {
        var moments = """
                create temporary table moment as
                select centre.id as centre, (day + time) at time zone 'Europe/Vienna' as starts_at, place,
                       day::date - current_date as ahead
                from centre, generate_series(current_date + 1, current_date + 60, interval '1 day') day,
                     (select interval '9 hours' + n * interval '20 minutes' as time from generate_series(0, 8) n
                      union all select interval '13 hours' + n * interval '20 minutes' from generate_series(0, 11) n) times,
                     generate_series(1, %d) place
                where extract(isodow from day) <= 4 and centre.code like 'c%%'
                """.formatted(COUNTERS);
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement()) {
            statement.execute(moments);
            statement.execute(
                    "insert into slot (centre, starts_at, capacity) select distinct centre, starts_at + five, "
                            + COUNTERS
                            + " from moment, (select n * interval '5 minutes' as five from generate_series(0, 3) n) fives"
                            + " on conflict do nothing");
            var held = statement.executeUpdate("insert into appointment (id, centre, starts_at, minutes, place) "
                    + "select gen_random_uuid(), centre, starts_at, 20, place from moment "
                    + "where ahead <= 10");
            statement.execute("vacuum analyze slot, appointment, counter_unit");
            return held;
        }
    }

    /// @param apart milliseconds between two looks
    private static void looks(Browser person, String page, String what, int apart) throws Exception {
        var looks = apart == 0 ? LOOKS : 5;
        var times = new double[looks];
        for (var i = 0; i < looks; i++) {
            if (apart > 0) Thread.sleep(apart);
            var begun = System.nanoTime();
            person.get(page);
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        var first = times[0];
        var sorted = Places.sorted(times);
        System.out.printf(
                "| %s | %.0f | %.0f | %.0f |%n", what, Timings.at(sorted, 0.5), Timings.at(sorted, 0.95), first);
    }
}
