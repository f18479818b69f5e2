package org.kith.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.kith.server.database.OwnPostgres;

/// Fills a demonstration's database as it is after years: leads twenty people through the server itself, each to
/// another end, and then copies them until there are as many applications as asked for.
final class Grown {
    private static final int BOOKED = 1;
    private static final int WITH_CARDS = 16;
    /// One is a draft, some are booked, one waits for a caseworker, one for a second signature; the rest have cards.
    private static final int PEOPLE = 1 + BOOKED + 2 + WITH_CARDS;

    private final Path jar;
    private final int people;

    Grown(Path jar, int people) {
        this.jar = jar;
        this.people = people;
    }

    void run(Path home) throws Exception {
        var centres = Map.of("KITH_CENTRES", Centre.write(home).toString());
        try (var server = Server.start(jar, home, centres)) {
            lead(server);
            // Letters and cards follow after.
            Thread.sleep(15_000);
        }
        try (var _ = OwnPostgres.start(home, line -> {});
                var connection = Data.asSuperuser(home)) {
            copy(connection, people / PEOPLE);
        }
    }

    private void lead(Server server) throws Exception {
        var officers = new Officers(server.origin(), new Timings());
        var paper = Photo.again(Photo.face());
        applicant(server, 0).draft();
        for (var person = 1; person < PEOPLE; person++) {
            var browser = new Browser(server.origin(), new Timings());
            var filed = new Applicant(browser, email(person), true).apply(paper);
            // The first whose card is ready leave nothing behind in the queues.
            if (person <= WITH_CARDS) officers.finish(browser, filed);
            if (person > WITH_CARDS + BOOKED) officers.counter(filed);
            if (person > WITH_CARDS + BOOKED + 1) officers.decide(filed);
        }
    }

    private static Applicant applicant(Server server, int person) {
        return new Applicant(new Browser(server.origin(), new Timings()), email(person), true);
    }

    private static String email(int person) {
        return "grown-" + person + "@example.org";
    }

    private static void copy(Connection connection, int copies) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            refuseAllButDemonstrations(statement);
            statement.execute("alter system set max_wal_size = '16GB'");
            statement.execute("select pg_reload_conf()");
            statement.execute("set session_replication_role = replica");
            statement.execute("select set_config('bench.copies', '" + copies + "', false)");
            statement.execute(script());
            for (var note = statement.getWarnings(); note != null; note = note.getNextWarning()) {
                System.err.println(note.getMessage());
            }
            statement.execute("vacuum (analyze)");
            statement.execute("alter system reset max_wal_size");
            statement.execute("checkpoint");
        }
    }

    private static void refuseAllButDemonstrations(Statement statement) throws SQLException {
        try (var mark = statement.executeQuery(
                "select kind = 'DEMONSTRATION' and to_regclass('grown') is null from database_mark")) {
            if (mark.next() && mark.getBoolean(1)) return;
        }
        throw new IllegalStateException("only a demonstration's database is filled, and once");
    }

    private static String script() throws IOException {
        try (var stream = Objects.requireNonNull(Grown.class.getResourceAsStream("grown.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
