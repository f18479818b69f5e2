package org.kith.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.ServerTest;
import org.kith.server.database.CannotStart;
import org.kith.server.database.Database;
import org.kith.server.database.DatabaseMark;
import org.kith.server.database.DatabaseMark.Kind;
import org.kith.server.database.DatabaseMarks;
import org.kith.server.database.Obstacle;
import org.kith.server.keys.KeyPlace;
import org.kith.server.keys.Keys;
import org.kith.server.keys.SomeKeys;

class StartRulesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final Database NEW = new Database(ServerTest.freshDatabase(), null, null);
    private static final Database OF_THE_DEMONSTRATION = marked(Kind.DEMONSTRATION);
    private static final Database OF_PRODUCTION = marked(Kind.PRODUCTION);

    @TempDir
    private Path folder;

    @Test
    void production_starts_where_nothing_is_in_the_way() throws Exception {
        assertThat(obstacles(production(NEW))).isEmpty();
        assertThat(obstacles(production(OF_PRODUCTION))).isEmpty();
    }

    @Test
    void the_demonstration_starts_on_a_new_database_and_on_its_own() {
        assertThat(obstacles(demonstration(NEW))).isEmpty();
        assertThat(obstacles(demonstration(OF_THE_DEMONSTRATION))).isEmpty();
    }

    @Test
    void production_refuses_what_the_demonstration_left() throws Exception {
        assertThat(what(production(OF_THE_DEMONSTRATION)))
                .containsExactly("The database was made by the demonstration, where anyone may sign in as anyone.");
    }

    @Test
    void the_demonstration_refuses_a_database_of_production() {
        assertThat(what(demonstration(OF_PRODUCTION)))
                .containsExactly("The database is one of production; the demonstration would open it to anyone.");
    }

    @Test
    void every_obstacle_is_named_at_once_with_its_place_and_its_mend() throws Exception {
        var settings = new Settings(
                true,
                folder,
                SomeKeys.ofTheDemonstration(folder.resolve("keys"), CLOCK),
                "http://card.example",
                "",
                OF_THE_DEMONSTRATION);

        var obstacles = obstacles(settings);

        assertThat(obstacles)
                .extracting(Obstacle::what)
                .satisfiesExactly(
                        what -> assertThat(what).contains("made by the demonstration"),
                        what -> assertThat(what).contains("not https"),
                        what -> assertThat(what).contains("No mail server"),
                        what -> assertThat(what).contains("root key lies among the data"),
                        what -> assertThat(what).contains("vouches for all others"),
                        what -> assertThat(what).contains("keys were made by the demonstration"));
        assertThat(obstacles).allSatisfy(obstacle -> {
            assertThat(obstacle.where()).isNotBlank();
            assertThat(obstacle.mend()).isNotBlank();
        });
    }

    @Test
    void a_link_does_not_hide_that_the_root_key_lies_among_the_data() throws Exception {
        var home = Files.createDirectory(folder.resolve("home"));
        var keys = home.resolve("keys");
        ownKeys(keys);
        var link = Files.createSymbolicLink(folder.resolve("elsewhere"), keys);

        var settings = new Settings(
                true,
                home,
                new KeyPlace(link, folder.resolve("password")),
                "https://card.example",
                "mail.example",
                NEW);

        assertThat(what(settings)).singleElement().asString().contains("root key lies among the data");
    }

    @Test
    void the_root_that_vouches_for_all_others_stays_away() throws Exception {
        var keys = folder.resolve("keys");
        ownKeys(keys);
        var settings = production(NEW);
        assertThat(obstacles(settings)).isEmpty();

        Files.writeString(Files.createDirectories(keys.resolve("old")).resolve("root.p12"), "a copy forgotten here");

        assertThat(obstacles(settings)).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.what()).contains("vouches for all others");
            assertThat(obstacle.where()).endsWith("keys/old/root.p12");
            assertThat(obstacle.mend()).contains("safe");
        });
    }

    @Test
    void keys_for_which_no_root_vouches_are_an_obstacle() throws Exception {
        Files.writeString(folder.resolve("password"), "a password of one’s own");
        Keys.create(new KeyPlace(folder.resolve("keys"), folder.resolve("password")), "Office", CLOCK);

        assertThat(obstacles(production(NEW))).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.what()).contains("no root vouches");
            assertThat(obstacle.mend()).contains("kith keys request", "ceremony");
        });
    }

    @Test
    void missing_keys_are_an_obstacle_like_the_others() {
        var settings = new Settings(
                true,
                folder.resolve("home"),
                new KeyPlace(folder.resolve("none"), folder.resolve("password")),
                "https://card.example",
                "mail.example",
                NEW);

        assertThat(what(settings)).singleElement().asString().contains("The keys cannot be used");
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() {
        var unreachable = new Database("jdbc:postgresql://127.0.0.1:1/kith?user=kith&password=secret", null, null);

        var obstacle = obstacles(demonstration(unreachable));

        assertThat(obstacle).singleElement().satisfies(found -> {
            assertThat(found.what()).contains("cannot be reached");
            assertThat(found.where()).contains("127.0.0.1:1/kith").doesNotContain("secret");
        });
    }

    @Test
    void state_and_address_may_change_until_the_first_card_and_never_after() {
        var marks = DatabaseMarks.of(marked(Kind.DEMONSTRATION));
        var elsewhere = new DatabaseMark(Kind.DEMONSTRATION, "UTO", "http://localhost:9000");
        var again = new DatabaseMark(Kind.DEMONSTRATION, "ARC", "http://localhost:9000");

        MarkTheDatabase.settle(marks, elsewhere, () -> false);

        assertThat(marks.find()).contains(elsewhere);
        assertThatThrownBy(() -> MarkTheDatabase.settle(marks, again, () -> true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Cards have been issued here for UTO under http://localhost:9000")
                .hasMessageContaining("Set KITH_BASE_URL=http://localhost:9000");
        assertThat(marks.find()).contains(elsewhere);
    }

    private Settings production(Database database) throws IOException {
        var keys = folder.resolve("keys");
        if (!Files.exists(keys)) ownKeys(keys);
        return new Settings(
                true,
                folder.resolve("home"),
                new KeyPlace(keys, folder.resolve("password")),
                "https://card.example",
                "mail.example",
                database);
    }

    private Settings demonstration(Database database) {
        return new Settings(
                false,
                folder,
                new KeyPlace(folder.resolve("keys"), folder.resolve("keys/password")),
                "http://localhost:8080",
                "",
                database);
    }

    private void ownKeys(Path keys) throws IOException {
        Files.writeString(folder.resolve("password"), "a password of one’s own");
        SomeKeys.ofProduction(new KeyPlace(keys, folder.resolve("password")), CLOCK);
    }

    private static List<String> what(Settings settings) {
        return obstacles(settings).stream().map(Obstacle::what).toList();
    }

    private static List<Obstacle> obstacles(Settings settings) {
        return StartRules.check(settings).obstacles();
    }

    private static Database marked(Kind kind) {
        var database = new Database(ServerTest.freshDatabase(), null, null);
        Flyway.configure()
                .dataSource(database.url(), null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        DatabaseMarks.of(database).findOrPut(new DatabaseMark(kind, "UTO", "https://card.example"));
        return database;
    }
}
