package org.kith.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.ServerTest;
import org.kith.server.database.Database;
import org.kith.server.keys.CountryKeys;
import org.kith.server.keys.Keys;
import org.kith.server.keys.Permutations;
import org.kith.server.status.SomePositions;
import org.kith.server.status.StatusPositions;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.SecretId;
import org.kith.server.vault.SomeVault;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupTest extends ServerTest {
    @Autowired
    Vault vault;

    @Autowired
    CountryKeys countries;

    @Autowired
    Keys keys;

    @Autowired
    Permutations permutations;

    @Autowired
    Clock clock;

    @Value("${spring.datasource.url}")
    String url;

    @TempDir
    Path folder;

    private Path files;
    private PersonId anna;
    private SecretId kept;

    @BeforeEach
    void a_person_with_a_secret_and_a_file() throws IOException {
        anna = vault.enrol(new CountryCode("UTO"));
        kept = vault.keep(anna, "born in Neustadt\tand\nelsewhere \\".getBytes(UTF_8));
        files = Files.createDirectories(folder.resolve("files/ab"));
        Files.writeString(files.resolve("paper"), "sealed bytes");
        files = files.getParent();
    }

    @Test
    void what_is_backed_up_is_restored_table_by_table_and_file_by_file() throws Exception {
        // A copy that no server works on, so that nothing changes while it is compared.
        var quiet = fresh();
        new Restore(quiet, folder.resolve("quiet"), _ -> {}).from(backup(), true);
        var fresh = fresh();

        new Backup(quiet, folder.resolve("quiet"), _ -> {}).into(folder.resolve("second"));
        new Restore(fresh, folder.resolve("restored"), _ -> {}).from(folder.resolve("second"), true);

        assertThat(contents(fresh)).isEqualTo(contents(quiet)).containsKeys("public.journal", "keystore.person_key");
        assertThat(folder.resolve("restored/ab/paper")).hasContent("sealed bytes");
        assertThat(vaultOn(fresh).secret(kept))
                .hasValueSatisfying(
                        bytes -> assertThat(new String(bytes, UTF_8)).isEqualTo("born in Neustadt\tand\nelsewhere \\"));
    }

    @Test
    void without_the_keys_of_people_their_data_stay_unreadable() throws Exception {
        var backup = backup();
        Files.delete(backup.resolve("keys.zip"));
        var fresh = fresh();

        new Restore(fresh, folder.resolve("restored"), _ -> {}).from(backup, false);

        assertThat(contents(fresh).get("public.vault_secret"))
                .isEqualTo(contents(here()).get("public.vault_secret"));
        assertThatThrownBy(() -> vaultOn(fresh).secret(kept)).hasMessageContaining("No key was ever made");
    }

    @Test
    void a_position_given_out_since_the_backup_is_never_given_again() throws Exception {
        var backup = backup();
        var since = positionsOn(here()).reserve();
        var fresh = fresh();

        new Restore(fresh, folder.resolve("restored"), _ -> {}).from(backup, true);

        assertThat(positionsOn(fresh).reserve().uri()).isNotEqualTo(since.uri());
    }

    @Test
    void nor_is_one_given_out_by_another_restored_from_the_same_backup_before() throws Exception {
        var backup = backup();
        var first = fresh();
        new Restore(first, folder.resolve("first"), _ -> {}).from(backup, true);
        var since = positionsOn(first).reserve();
        aMinutePasses(backup);
        var second = fresh();

        new Restore(second, folder.resolve("second"), _ -> {}).from(backup, true);

        assertThat(positionsOn(second).reserve().uri()).isNotEqualTo(since.uri());
    }

    @Test
    void nor_is_one_given_out_between_two_restores() throws Exception {
        var first = fresh();
        new Restore(first, folder.resolve("first"), _ -> {}).from(backup(), true);
        new Backup(first, folder.resolve("first"), _ -> {}).into(folder.resolve("unused"));
        var since = positionsOn(first).reserve();
        var second = fresh();

        new Restore(second, folder.resolve("second"), _ -> {}).from(folder.resolve("unused"), true);

        assertThat(positionsOn(second).reserve().uri()).isNotEqualTo(since.uri());
    }

    @Test
    void keys_that_are_kept_apart_are_asked_for() throws Exception {
        var backup = backup();
        Files.delete(backup.resolve("keys.zip"));

        assertThatThrownBy(() -> restore(backup))
                .hasMessageContaining("keys.zip is missing")
                .hasMessageContaining("--without-keys");
    }

    @Test
    void a_cut_archive_is_refused_before_anything_is_written() throws Exception {
        var backup = backup();
        try (var archive = FileChannel.open(backup.resolve("data.zip"), StandardOpenOption.WRITE)) {
            archive.truncate(archive.size() - 1);
        }
        var fresh = fresh();

        assertThatThrownBy(() -> new Restore(fresh, folder.resolve("restored"), _ -> {}).from(backup, true))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("data.zip is not whole");
        try (var connection = fresh.connect()) {
            assertThat(new Tables(connection).empty()).isTrue();
        }
    }

    @Test
    void an_altered_archive_is_refused() throws Exception {
        var backup = backup();
        var bytes = Files.readAllBytes(backup.resolve("data.zip"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup.resolve("data.zip"), bytes);

        assertThatThrownBy(() -> restore(backup)).hasMessageContaining("data.zip was altered");
    }

    @Test
    void a_database_with_something_in_it_is_left_alone() throws Exception {
        var backup = backup();

        assertThatThrownBy(() -> new Restore(here(), folder.resolve("restored"), _ -> {}).from(backup, true))
                .hasMessageContaining("The database is not empty");
    }

    @Test
    void files_that_are_there_already_are_left_alone() throws Exception {
        var backup = backup();

        assertThatThrownBy(() -> new Restore(fresh(), files, _ -> {}).from(backup, true))
                .hasMessageContaining("is not empty");
    }

    @Test
    void a_backup_of_a_newer_kith_is_refused() throws Exception {
        var backup = backup();
        var manifest = Manifest.read(backup);
        new Manifest(manifest.format(), manifest.at(), "9999", manifest.archives(), manifest.sequences()).write(backup);

        assertThatThrownBy(() -> restore(backup)).hasMessageContaining("made by a newer Kith (migration 9999");
    }

    @Test
    void a_backup_never_goes_over_another() throws Exception {
        var backup = backup();

        assertThatThrownBy(() -> new Backup(here(), files, _ -> {}).into(backup))
                .hasMessageContaining("is not empty");
    }

    @Test
    void other_users_of_the_machine_do_not_read_it() throws Exception {
        var backup = backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.resolve("keys.zip"))))
                .isEqualTo("rw-------");
    }

    private Path backup() {
        var backup = folder.resolve("backup");
        new Backup(here(), files, _ -> {}).into(backup);
        return backup;
    }

    private void restore(Path backup) {
        new Restore(fresh(), folder.resolve("restored"), _ -> {}).from(backup, true);
    }

    private Database here() {
        return new Database(url, null, null);
    }

    private static Database fresh() {
        return new Database(freshDatabase(), null, null);
    }

    private Vault vaultOn(Database database) {
        return SomeVault.on(JdbcClient.create(new DriverManagerDataSource(database.url())), countries, keys, clock);
    }

    private static void aMinutePasses(Path backup) throws IOException {
        var manifest = Manifest.read(backup);
        var at = manifest.at().minus(Duration.ofMinutes(1));
        new Manifest(manifest.format(), at, manifest.schema(), manifest.archives(), manifest.sequences()).write(backup);
    }

    private StatusPositions positionsOn(Database database) {
        return SomePositions.on(JdbcClient.create(new DriverManagerDataSource(database.url())), permutations, clock);
    }

    private static Map<String, String> contents(Database database) throws SQLException {
        var contents = new TreeMap<String, String>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var table : new Tables(connection).in(List.of("public", "keystore"))) {
                try (var row = statement.executeQuery(
                        "select coalesce(string_agg(t::text, '|' order by t::text), '') from " + table.name() + " t")) {
                    row.next();
                    contents.put(table.name(), row.getString(1));
                }
            }
        }
        return contents;
    }
}
