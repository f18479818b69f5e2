package org.kith.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.ServerProcess;
import org.kith.server.SomeApplicant;
import org.kith.server.WayToApproval;
import org.kith.server.database.CommandDatabase;

/// The server is killed in the worst moments of issuing a card. When it is back, there is one card, and all of it.
class KilledWhileIssuingTest {
    private static final String AT_THE_COPY =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into card_copy%'";
    private static final String AT_TICKING_OFF =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%delete from event_publication%'";

    @TempDir
    private Path folder;

    private Path home;
    private int port;

    @BeforeEach
    void a_home_and_a_port() throws Exception {
        home = folder.resolve("home");
        port = ServerProcess.freePort();
    }

    @Test
    void killed_when_half_of_the_card_is_written() throws Exception {
        WayToApproval layla;
        try (var server = start()) {
            layla = new WayToApproval(port, SomeApplicant.layla("layla@example.org"));
            var oriel = layla.untilTheSecondSignature();
            try (var hold = connect()) {
                holdCopies(hold);
                layla.sign(oriel);
                await(AT_THE_COPY, 1);

                server.kill();
            }
        }

        try (var _ = start()) {
            thereIsOneCard(layla);
        }
    }

    @Test
    void killed_with_its_database_when_the_card_is_written_and_not_ticked_off() throws Exception {
        WayToApproval nadezhda;
        try (var server = start()) {
            nadezhda = new WayToApproval(port, SomeApplicant.nadezhda("nadezhda@example.org"));
            var oriel = nadezhda.untilTheSecondSignature();
            try (var hold = connect();
                    var second = connect()) {
                holdCopies(hold);
                nadezhda.sign(oriel);
                await(AT_THE_COPY, 1);
                holdTheEvent(second);
                hold.rollback();
                await(AT_TICKING_OFF, 1);
                await("select count(*) from card", 1);

                server.kill();
                killDatabase();
            }
        }

        try (var _ = start()) {
            thereIsOneCard(nadezhda);
        }
    }

    private void thereIsOneCard(WayToApproval way) throws Exception {
        await("select count(*) from event_publication where completion_date is null", 0);

        assertThat(count("select count(*) from card")).isEqualTo(1);
        assertThat(count("select count(*) from journal where deed = 'CARD_ISSUED'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from card_copy")).isEqualTo(1);
        assertThat(way.person().get("/card").text()).contains("Active");
        assertThat(count("select count(*) from card_copy")).isEqualTo(1);

        var journal = ServerProcess.start(settings(), "journal", "verify");
        assertThat(journal.exitCode()).as(journal.output()).isZero();
    }

    /// Whoever issues a card now gets as far as its first copy.
    private static void holdCopies(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, "lock table card_copy in exclusive mode");
    }

    /// Whoever has issued the card cannot note that it is done.
    private static void holdTheEvent(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        run(
                connection,
                "select 1 from event_publication where completion_date is null and listener_id like '%IssueCard%' for update");
    }

    private void killDatabase() throws Exception {
        var postmaster = Long.parseLong(
                Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst());
        var process = ProcessHandle.of(postmaster).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(settings()).ready();
    }

    private Map<String, String> settings() {
        return Map.of("KITH_HOME", home.toString(), "SERVER_PORT", Integer.toString(port));
    }

    private void await(String sql, int expected) throws Exception {
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (count(sql) != expected) {
            assertThat(Instant.now()).as(sql).isBefore(patience);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private int count(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        try (var running = CommandDatabase.open(null, home, _ -> {})) {
            return running.database().connect();
        }
    }
}
