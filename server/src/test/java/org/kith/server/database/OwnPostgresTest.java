package org.kith.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real kills of real processes. A home is made once; each test starts on a copy of it.
class OwnPostgresTest {
    private static final Path PREPARED = prepared();

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void a_home_of_its_own() throws Exception {
        home = folder.resolve("home");
        assertThat(new ProcessBuilder("cp", "-a", PREPARED.toString(), home.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void an_acknowledged_row_is_on_the_disk() throws Exception {
        try (var postgres = start()) {
            assertThat(show(postgres, "fsync")).isEqualTo("on");
            assertThat(show(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(show(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(show(postgres, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void other_users_of_the_machine_stay_outside() throws Exception {
        try (var postgres = start()) {
            var url = postgres.database().url();

            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, "kith", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(show(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres.superuser(), "show unix_socket_directories"))
                    .isEmpty();
            assertThat(permissions("postgres.password")).isEqualTo("rw-------");
            assertThat(permissions("postgres")).isEqualTo("rwx------");
        }
    }

    @Test
    void the_server_is_not_the_databases_superuser() throws Exception {
        try (var postgres = start()) {
            assertThat(show(postgres, "is_superuser")).isEqualTo("off");
        }
    }

    @Test
    void nothing_is_left_running_after_a_stop() throws Exception {
        start().close();

        assertThat(working()).isEmpty();
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_killed_server_leaves_an_orphan_that_the_next_start_replaces() throws Exception {
        var scribe = Scribe.on(home).hasWritten(200).killed();
        assertThat(working()).isNotEmpty();

        try (var postgres = start()) {
            assertThat(rows(postgres)).isGreaterThanOrEqualTo(Math.max(200, scribe.lastAcknowledged()));
        }
    }

    @Test
    void both_killed_at_once_lose_nothing() throws Exception {
        var scribe = Scribe.on(home).hasWritten(200);
        var postmaster = PidFile.read(data()).orElseThrow().pid();
        Leftovers.send("KILL", postmaster);
        scribe.killed();

        try (var postgres = start()) {
            assertThat(rows(postgres)).isGreaterThanOrEqualTo(Math.max(200, scribe.lastAcknowledged()));
        }
    }

    @Test
    void a_pid_file_that_names_a_zombie_is_no_obstacle() throws Exception {
        killBothAndNameInPidFile(zombie());

        try (var postgres = start()) {
            assertThat(rows(postgres)).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void a_pid_file_whose_number_a_stranger_has_now_is_no_obstacle_and_the_stranger_lives() throws Exception {
        var stranger = new ProcessBuilder("sleep", "120").start();
        killBothAndNameInPidFile(stranger.pid());

        try (var postgres = start()) {
            assertThat(rows(postgres)).isGreaterThanOrEqualTo(20);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_database_that_dies_under_a_living_server_is_started_again() throws Exception {
        try (var postgres = start()) {
            var first = PidFile.read(data()).orElseThrow().pid();

            Leftovers.send("KILL", first);

            var second = awaitAnother(first);
            assertThat(second).isNotEqualTo(first);
            assertThat(show(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_second_server_on_the_same_data_is_refused_with_a_plain_sentence() throws Exception {
        try (var postgres = start()) {
            var second = Scribe.on(home).everythingItSaid();

            assertThat(second)
                    .contains("Another Kith is running on the same data (process "
                            + ProcessHandle.current().pid() + ").")
                    .contains("KITH_HOME=" + home);
            assertThat(show(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_postgres_that_ends_at_once_is_noticed_and_its_last_words_are_told() throws Exception {
        Files.delete(data().resolve("global/pg_control"));

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("could not find the database system")
                .hasMessageContaining("restore a backup");
        // What was refused holds no lock.
        assertThatThrownBy(this::start).hasMessageContaining("could not find the database system");
    }

    @Test
    void data_of_another_major_release_are_left_alone() throws Exception {
        Files.writeString(data().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("bin/kith backup");
    }

    private OwnPostgres start() {
        return OwnPostgres.start(home, _ -> {});
    }

    private Path data() {
        return home.resolve("postgres");
    }

    private List<Long> working() {
        return new Leftovers(data()).processes();
    }

    private void killBothAndNameInPidFile(long pid) throws Exception {
        var scribe = Scribe.on(home).hasWritten(20);
        var file = data().resolve("postmaster.pid");
        Leftovers.send("KILL", PidFile.read(data()).orElseThrow().pid());
        scribe.killed();
        for (var tries = 0; !working().isEmpty() && tries < 500; tries++) TimeUnit.MILLISECONDS.sleep(20);
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(pid));
        Files.write(file, lines);
    }

    /// A process that is over and that nobody will ask about: its parent became a program that does not wait.
    private static long zombie() throws Exception {
        var process = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var pid = Long.parseLong(reader.readLine());
        while (!Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ")) TimeUnit.MILLISECONDS.sleep(10);
        return pid;
    }

    private long awaitAnother(long first) throws Exception {
        for (var tries = 0; tries < 1_500; tries++) {
            var file = PidFile.read(data());
            if (file.isPresent() && file.get().ready() && file.get().pid() != first)
                return file.get().pid();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return first;
    }

    private static long rows(OwnPostgres postgres) throws SQLException {
        return Long.parseLong(ask(postgres.database(), "select max(row) from written"));
    }

    private static String show(OwnPostgres postgres, String setting) throws SQLException {
        return ask(postgres.database(), "show " + setting);
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private String permissions(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }

    private static Path prepared() {
        try {
            var home = Files.createTempDirectory("kith-postgres").resolve("home");
            OwnPostgres.start(home, _ -> {}).close();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
