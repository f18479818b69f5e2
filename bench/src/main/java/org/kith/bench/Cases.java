package org.kith.bench;

import static org.kith.bench.Timings.at;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What an officer waits for who opens a case, with one paper in it and with a thousand.
final class Cases {
    private static final int LOOKS = 200;
    private static final int PAPERS = 1_000;
    private static final String PAGE = "GET /desk/cases/…";

    private final Path jar;
    private final Path home;

    Cases(Path jar, Path home) {
        this.jar = jar;
        this.home = home;
    }

    void run() throws Exception {
        try (var server = Server.start(
                jar, home, Map.of("KITH_CENTRES", Centre.write(home).toString()))) {
            var officers = new Officers(server.origin(), new Timings());
            var email = "case-%x@example.org".formatted(System.nanoTime());
            var applicant = new Applicant(new Browser(server.origin(), new Timings()), email, true);
            var filed = applicant.apply(Photo.paper());
            officers.counter(filed);
            try (var connection = Data.asSuperuser(home)) {
                measure(server, connection, id(connection, filed.reference()));
            }
        }
    }

    private static void measure(Server server, Connection connection, UUID id) throws Exception {
        var address = "/desk/cases/" + id;
        System.out.printf("%n### The page of a case, %d times each%n%n", LOOKS);
        System.out.printf("| papers | median ms | p95 ms | KB |%n|---|---|---|---|%n");
        looks(server, address, "1");
        seed(connection, id);
        looks(server, address, "%,d".formatted(PAPERS));
        looks(server, address + "/kinds/birth-record?page=40", "24 of 990, a page of one kind");
    }

    private static UUID id(Connection connection, String reference) throws SQLException {
        try (var statement = connection.prepareStatement("select id from application where reference = ?")) {
            statement.setString(1, reference.replace(" ", ""));
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static void looks(Server server, String address, String papers) throws IOException, InterruptedException {
        var timings = new Timings();
        var officer = new Officers(server.origin(), timings).opened(address.replaceFirst("/kinds/.*", ""));
        var bytes = 0;
        for (var i = 0; i < LOOKS / 4; i++) officer.unnoted().get(address);
        for (var i = 0; i < LOOKS; i++) bytes = officer.get(address).length();
        var name = timings.sorted().keySet().stream()
                .filter(each -> each.startsWith(PAGE))
                .max((one, other) -> one.length() - other.length())
                .orElseThrow();
        var times = Objects.requireNonNull(timings.sorted().get(name));
        System.out.printf("| %s | %.0f | %.0f | %d |%n", papers, at(times, 0.5), at(times, 0.95), bytes / 1_000);
    }

    /// Papers of two kinds straight where they lie, without their files.
    private static void seed(Connection connection, UUID application) throws SQLException {
        var sql = """
                with added as (
                    insert into document (id, application, evidence, added_at)
                    select gen_random_uuid(), ?, case when n > 9 then 'birth-record' else 'school-letter' end,
                           now() - n * interval '1 minute'
                    from generate_series(1, ?) n returning id)
                insert into document_page (document, number, file, width, height, bytes)
                select id, 1, gen_random_uuid(), 600, 800, 1000 from added
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, application);
            statement.setInt(2, PAPERS - 1);
            statement.execute();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("analyze document, document_page");
        }
    }
}
