package org.kith.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.kith.server.Kith;
import org.kith.server.database.OwnPostgres;
import org.kith.server.status.StatusPositions;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/// Reserving status positions when ten thousand are taken and when five million are, with as many entries changed:
/// each reservation is a transaction of its own, committed to disk.
final class Positions {
    private final Path home;

    Positions(Path home) {
        this.home = home;
    }

    void run(int rounds, Duration length) throws Exception {
        try (var postgres = OwnPostgres.start(home, line -> {})) {
            var database = postgres.database();
            var application = new SpringApplicationBuilder(Kith.class)
                    .web(WebApplicationType.SERVLET)
                    .properties(
                            "server.port=0",
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password(),
                            "kith.home=" + home,
                            "kith.keys=" + home.resolve("keys"));
            try (var context = application.run()) {
                var positions = context.getBean(StatusPositions.class);
                var sql = context.getBean(JdbcTemplate.class);
                sql.execute("create table bare (id bigint primary key)");
                sql.execute("create sequence bare_number");
                for (var taken : new int[] {10_000, 5_000_000}) {
                    take(sql, taken);
                    new Rounds(rounds, length)
                            .with(
                                    "bare insert, committed",
                                    () -> sql.update("insert into bare values (nextval('bare_number'))"))
                            .with("reserve one", positions::reserve)
                            .with("reserve ten at once", () -> positions.reserve(10))
                            .report("Reserving with %,d positions taken and as many entries".formatted(taken));
                }
            }
        }
    }

    /// As if that many were taken: the counter stands there, and every position of the lists before has an entry.
    private static void take(JdbcTemplate sql, int taken) {
        sql.execute("select setval('status_position', " + taken + ")");
        var lists = taken / StatusPositions.LIST_SIZE + 1;
        sql.update(
                "insert into status_list (id, opened_at) select n, now() from generate_series(1, ?) n on conflict do nothing",
                lists);
        sql.update(
                "insert into status_entry (list, position, status) select n / 1048576 + 1, n % 1048576, 1 "
                        + "from generate_series(0, ?) n on conflict do nothing",
                taken - 1);
        sql.execute("analyze status_entry");
    }
}
