package org.kith.bench;

import static org.kith.bench.Timings.at;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.kith.server.application.Reference;

/// What officers do who work queues: they look at them, and take up one case after another, fifty at once. Counts that
/// nobody was given a case that somebody else had.
final class Queues {
    private static final int OFFICERS = 50;
    private static final int LOOKS = 200;
    /// Led through the server themselves, so that the first page opens real answers.
    private static final int REAL = 25;

    private static final int WAITING = 20_000;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Path jar;
    private final Path home;
    private final Duration length;
    private final long begun = System.nanoTime();

    Queues(Path jar, Path home, Duration length) {
        this.jar = jar;
        this.home = home;
        this.length = length;
    }

    void run() throws Exception {
        var settings = Map.of("KITH_CENTRES", Centre.write(home).toString(), "KITH_CASES_ROUTING", "at-random");
        try (var server = Server.start(jar, home, settings)) {
            lead(server);
            try (var connection = Data.asSuperuser(home)) {
                clear(connection);
                fill(connection);
                looks(server);
                claims(server, connection);
                clear(connection);
            }
        }
    }

    private void lead(Server server) throws Exception {
        var officers = new Officers(server.origin(), new Timings());
        for (var person = 0; person < REAL; person++) {
            var browser = new Browser(server.origin(), new Timings());
            var email = "queue-%d-%x@example.org".formatted(person, begun);
            officers.counter(new Applicant(browser, email, true).apply());
        }
    }

    /// What a run put into the queues would come first in those of the next.
    private static void clear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from casework where application in "
                    + "(select id from application where reference like 'UTOZZZ%')");
            statement.execute("delete from application where reference like 'UTOZZZ%'");
            statement.execute("update casework set open = false where filed_at < now() - interval '5 years'");
        }
    }

    /// The real ones come first, and behind them cases of nobody.
    private static void fill(Connection connection) throws SQLException {
        var real = """
                update application set filed_at = filed_at - interval '10 years'
                where stage = 'IDENTITY_CONFIRMED' and started_at > now() - interval '1 hour'
                """;
        try (var statement = connection.createStatement()) {
            statement.execute(real);
            statement.execute("""
                    update casework set filed_at = application.filed_at from application
                    where application.id = casework.application and casework.officer is null and open
                      and casework.filed_at <> application.filed_at
                    """);
        }
        // Their keys are destroyed, as those of whoever left.
        var insert = """
                with added as (
                    insert into application (id, person, stage, pack, reference, residence, started_at, filed_at, revision)
                    select ?, gen_random_uuid(), 'IDENTITY_CONFIRMED', digest, ?, 'XER', now(), now() - interval '30 days', 5
                    from programme_version order by loaded_at desc limit 1 on conflict do nothing returning *),
                keys as (
                    insert into keystore.person_key (person, country, enrolled_at, erased_at)
                    select person, 'XER', now(), now() from added)
                insert into casework (application, stage, filed_at, language)
                select id, stage, filed_at, 'en' from added
                """;
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(insert)) {
            for (var n = 0; n < WAITING; n++) {
                statement.setObject(1, UUID.randomUUID());
                statement.setString(2, reference(n).value());
                statement.addBatch();
                if (n % 1_000 == 999) statement.executeBatch();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze casework, application");
        }
    }

    /// Numbers of an alphabet's far end, which no draw is likely to meet.
    private static Reference reference(int n) {
        var body = new StringBuilder("UTOZZZ");
        for (var place = 3; place >= 0; place--) body.append(ALPHABET.charAt((n >> (5 * place)) & 31));
        return ALPHABET.chars()
                .mapToObj(check -> Reference.parse(body.toString() + (char) check))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private void looks(Server server) throws IOException, InterruptedException {
        System.out.printf("%n### The queue, %d times each%n%n| page | median ms | p95 ms |%n|---|---|---|%n", LOOKS);
        var supervisor = signedIn(server, "oriel", new Timings());
        for (var page : List.of(
                "/desk/cases",
                "/desk/cases?part=waiting",
                "/desk/cases?part=waiting&language=en&older=14",
                "/desk/cases?part=waiting&ground=descent",
                "/desk/cases?part=review",
                "/desk/cases?part=escalated",
                "/desk/cases?part=left")) {
            for (var i = 0; i < LOOKS / 4; i++) supervisor.get(page);
            var timings = new Timings();
            var noted = signedIn(server, "oriel", timings);
            for (var i = 0; i < LOOKS; i++) noted.get(page);
            var times = Objects.requireNonNull(timings.sorted().get("GET /desk/cases"));
            System.out.printf("| %s | %.0f | %.0f |%n", page, at(times, 0.5), at(times, 0.95));
        }
    }

    private void claims(Server server, Connection connection) throws Exception {
        BlockingQueue<Browser> officers = new ArrayBlockingQueue<>(OFFICERS);
        for (var i = 0; i < OFFICERS; i++) {
            var browser = signedIn(server, i % 2 == 0 ? "castell" : "varga", new Timings());
            browser.get("/desk/cases");
            officers.add(browser);
        }
        var before = assigned(connection);
        var outcome = new Crowd(OFFICERS).run(length, new AtomicInteger(), _ -> next(officers));
        var after = assigned(connection);
        System.out.printf(
                """

                ### Cases taken up by %d officers at once, at random

                | a second | time of one, median and p95 | failed | taken up | of them twice |
                |---|---|---|---|---|
                | %.0f | %.2f s, %.2f s | %d | %d | %d |
                """,
                OFFICERS,
                outcome.perSecond(),
                outcome.at(0.5),
                outcome.at(0.95),
                outcome.failed(),
                after[0] - before[0],
                (after[0] - before[0]) - (after[1] - before[1]));
    }

    private static void next(BlockingQueue<Browser> officers) throws Exception {
        var officer = officers.take();
        try {
            officer.post("/desk/cases/next", Map.of());
        } finally {
            officers.add(officer);
        }
    }

    /// How often a case was given to somebody, and how many cases that were.
    private static long[] assigned(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*), count(distinct case_id) from journal where deed = 'CASE_ASSIGNED'")) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    private static Browser signedIn(Server server, String officer, Timings timings)
            throws IOException, InterruptedException {
        var browser = new Browser(server.origin(), timings);
        browser.get("/demo");
        browser.post("/demo/officers/" + officer, Map.of());
        return browser;
    }
}
