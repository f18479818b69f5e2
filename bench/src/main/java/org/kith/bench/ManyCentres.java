package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/// The page of all centres, and of one, where each has sixty days of times: none taken, ten days full, all full.
final class ManyCentres {
    private static final int COUNTERS = 2;
    private static final int FIRST_DAYS = 10;
    private static final int ALL_DAYS = 60;
    private static final int LOOKS = 120;

    private final Path jar;
    private final Path home;
    private final int centres;

    ManyCentres(Path jar, Path home, int centres) {
        this.jar = jar;
        this.home = home;
        this.centres = centres;
    }

    void run() throws Exception {
        var file = home.resolve("centres.yaml");
        Files.writeString(file, file());
        try (var server = Server.start(jar, home, Map.of("KITH_CENTRES", file.toString()))) {
            var empty = new Browser(server.origin(), new Timings());
            new Applicant(empty, "centres@example.org", false).file();
            System.out.printf(
                    "%n### %d centres, 60 days%n%n| page | median ms | p95 ms | first ms |%n|---|---|---|---|%n",
                    centres);
            looks(empty, "/visit/centres", "all centres, nothing booked", 0);
            moments();
            for (var days : new int[] {FIRST_DAYS, ALL_DAYS + 1}) {
                var from = days == FIRST_DAYS ? 0 : FIRST_DAYS + 1;
                System.out.printf(
                        "| %,d visits booked then, %d days full | | | |%n", fill(from, days), Math.min(days, ALL_DAYS));
                looks(empty, "/visit/centres", "all centres", 0);
                looks(empty, "/visit/centres", "all centres, nothing remembered", 15_500);
                looks(empty, "/visit/at/c007", "one centre's week", 0);
            }
        }
    }

    private String file() {
        var text = new StringBuilder("centres:\n");
        for (var i = 0; i < centres; i++) {
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

    /// All times there are.
    private void moments() throws IOException, SQLException {
        var sql = """
                create table moment as
                select centre.id as centre, (day + time) at time zone 'Europe/Vienna' as starts_at, place,
                       day::date - current_date as ahead
                from centre, generate_series(current_date, current_date + %d, interval '1 day') day,
                     (select interval '9 hours' + n * interval '20 minutes' as time from generate_series(0, 11) n
                      union all select interval '13 hours' + n * interval '20 minutes' from generate_series(0, 11) n) times,
                     generate_series(1, %d) place
                where centre.code like 'c%%'
                  and case extract(isodow from day) when 5 then time < interval '13 hours' when 6 then false when 7 then false
                      else time < interval '12 hours' or time >= interval '13 hours' end
                """.formatted(ALL_DAYS + 1, COUNTERS);
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute(
                    "insert into slot (centre, starts_at, capacity) select distinct centre, starts_at + five, "
                            + COUNTERS
                            + " from moment, (select n * interval '5 minutes' as five from generate_series(0, 3) n) fives"
                            + " on conflict do nothing");
        }
    }

    /// Takes every time from that day to the other.
    private int fill(int from, int days) throws IOException, SQLException {
        System.err.printf("filling %d days of %d centres…%n", days, centres);
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into appointment (id, centre, starts_at, minutes, place)
                    select gen_random_uuid(), centre, starts_at, 20, place from moment
                    where starts_at > now() and ahead between %d and %d
                    """.formatted(from, days));
            statement.execute("vacuum analyze slot, appointment, counter_unit");
            try (var rows = statement.executeQuery("select count(*) from appointment")) {
                rows.next();
                return rows.getInt(1);
            }
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
