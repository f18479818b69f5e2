package org.kith.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountryKeysTest {
    private static final byte[] MESSAGE = "Anna".getBytes(UTF_8);
    private static final byte[] PLACE = "a place".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final UUID person = UUID.randomUUID();
    private MadeKeys some;
    private CountryKeys countries;

    @BeforeEach
    void keys() throws IOException {
        some = MadeKeys.in(folder);
        countries = some.countries();
    }

    @Test
    void a_persons_key_is_the_same_after_a_restart() throws Exception {
        var wrapped = countries.newKey("UTO", person);
        var sealed = countries.open("UTO", person, wrapped).orElseThrow().encrypt(MESSAGE, PLACE);

        var restarted = some.countries();

        assertThat(restarted.open("UTO", person, wrapped).orElseThrow().decrypt(sealed, PLACE))
                .isEqualTo(MESSAGE);
    }

    @Test
    void a_rewrapped_key_is_still_the_same_key() throws Exception {
        var wrapped = countries.newKey("UTO", person);
        var sealed = countries.open("UTO", person, wrapped).orElseThrow().encrypt(MESSAGE, PLACE);

        var moved = countries.rewrap("UTO", "ARC", person, wrapped).orElseThrow();
        countries.destroy("UTO");

        assertThat(countries.open("ARC", person, moved).orElseThrow().decrypt(sealed, PLACE))
                .isEqualTo(MESSAGE);
    }

    @Test
    void a_wrapped_key_opens_for_its_own_person_only() {
        var wrapped = countries.newKey("UTO", person);

        assertThatThrownBy(() -> countries.open("UTO", UUID.randomUUID(), wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_destroyed_country_is_gone_on_every_node_at_once() {
        var another = some.countries();
        var wrapped = countries.newKey("UTO", person);
        assertThat(another.open("UTO", person, wrapped)).isPresent();

        countries.destroy("UTO");

        assertThat(another.open("UTO", person, wrapped)).isEmpty();
        assertThat(countries.open("UTO", person, wrapped)).isEmpty();
    }

    @Test
    void a_country_opened_again_does_not_bring_back_what_was_destroyed() {
        var wrapped = countries.newKey("UTO", person);
        var another = some.countries();
        assertThat(another.open("UTO", person, wrapped)).isPresent();
        countries.destroy("UTO");

        var newcomer = UUID.randomUUID();
        var fresh = countries.newKey("UTO", newcomer);

        assertThat(another.open("UTO", newcomer, fresh)).isPresent();
        assertThat(another.open("UTO", person, wrapped)).isEmpty();
        assertThat(countries.open("UTO", person, wrapped)).isEmpty();
        assertThat(some.countries().open("UTO", person, wrapped)).isEmpty();
    }

    @Test
    void a_key_file_put_back_after_its_destruction_is_not_used() throws IOException {
        var wrapped = countries.newKey("UTO", person);
        var file = some.folder().resolve("countries/UTO.key");
        var copy = Files.readAllBytes(file);
        countries.destroy("UTO");

        Files.write(file, copy);

        assertThat(some.countries().open("UTO", person, wrapped)).isEmpty();
    }

    @Test
    void a_mislaid_key_file_is_not_taken_for_a_destroyed_one() throws IOException {
        var wrapped = countries.newKey("UTO", person);

        Files.delete(some.folder().resolve("countries/UTO.key"));

        assertThatThrownBy(() -> countries.open("UTO", person, wrapped))
                .isInstanceOf(KeyRefusal.class)
                .hasMessageContaining("missing");
    }

    @Test
    void a_damaged_key_file_is_refused() throws IOException {
        var wrapped = countries.newKey("UTO", person);
        var file = some.folder().resolve("countries/UTO.key");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> some.countries().open("UTO", person, wrapped)).isInstanceOf(KeyRefusal.class);
    }

    @Test
    void a_key_file_does_not_stand_in_for_another_countrys() throws IOException {
        var wrapped = countries.newKey("UTO", person);
        var files = some.folder().resolve("countries");

        Files.copy(files.resolve("UTO.key"), files.resolve("ARC.key"));

        assertThatThrownBy(() -> countries.open("ARC", person, wrapped)).isInstanceOf(KeyRefusal.class);
    }

    @Test
    void two_servers_that_meet_a_country_at_once_make_one_key() throws Exception {
        var codes = new ArrayList<Callable<String>>();
        for (var i = 0; i < 8; i++) {
            var server = some.countries();
            codes.add(() -> HexFormat.of().formatHex(server.mac("UTO", "label", MESSAGE)));
        }

        try (var threads = Executors.newFixedThreadPool(codes.size())) {
            var found = new ArrayList<String>();
            for (var code : threads.invokeAll(codes)) found.add(code.get());

            assertThat(found).hasSize(8).containsOnly(found.getFirst());
        }
        try (var files = Files.list(some.folder().resolve("countries"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("UTO.key");
        }
    }

    @Test
    void codes_differ_by_country_and_by_label() {
        var code = countries.mac("UTO", "DOCUMENT", MESSAGE);

        assertThat(code).hasSize(32).isEqualTo(some.countries().mac("UTO", "DOCUMENT", MESSAGE));
        assertThat(code).isNotEqualTo(countries.mac("ARC", "DOCUMENT", MESSAGE));
        assertThat(code).isNotEqualTo(countries.mac("UTO", "NAME_AND_BIRTH", MESSAGE));
    }

    @Test
    void a_country_cannot_lead_out_of_the_folder() {
        assertThatThrownBy(() -> countries.newKey("../", person)).isInstanceOf(IllegalArgumentException.class);
    }
}
