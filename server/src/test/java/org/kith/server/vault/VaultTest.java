package org.kith.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;

class VaultTest extends ServerTest {
    private static final CountryCode UTOPIA = new CountryCode("UTO");
    private static final CountryCode ARCADIA = new CountryCode("ARC");

    @Autowired
    Vault vault;

    private final Context place = new Context("answer.value", UUID.randomUUID());

    @Test
    void what_is_sealed_opens_again() {
        var person = vault.enrol(UTOPIA);

        var sealed = vault.sealText(person, place, "Анна");

        assertThat(vault.openText(person, place, sealed)).contains("Анна");
    }

    @Test
    void a_value_does_not_open_in_another_row() {
        var person = vault.enrol(UTOPIA);
        var sealed = vault.sealText(person, place, "Anna");

        var elsewhere = new Context(place.purpose(), UUID.randomUUID());

        assertThatThrownBy(() -> vault.open(person, elsewhere, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_value_does_not_open_in_another_column() {
        var person = vault.enrol(UTOPIA);
        var sealed = vault.sealText(person, place, "Anna");

        var elsewhere = new Context("answer.latin", place.row());

        assertThatThrownBy(() -> vault.open(person, elsewhere, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_value_does_not_open_for_another_person() {
        var sealed = vault.sealText(vault.enrol(UTOPIA), place, "Anna");

        var another = vault.enrol(UTOPIA);

        assertThatThrownBy(() -> vault.open(another, place, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_altered_value_does_not_open() {
        var person = vault.enrol(UTOPIA);
        var sealed = vault.sealText(person, place, "Anna");

        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(person, place, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_person_who_moves_keeps_what_was_sealed() {
        var person = vault.enrol(UTOPIA);
        var sealed = vault.sealText(person, place, "Anna");

        vault.move(person, ARCADIA);

        assertThat(vault.country(person)).isEqualTo(ARCADIA);
        assertThat(vault.openText(person, place, sealed)).contains("Anna");
    }

    @Test
    void nothing_of_an_erased_person_opens() {
        var person = vault.enrol(UTOPIA);
        var sealed = vault.sealText(person, place, "Anna");
        var kept = vault.keep(person, new byte[] {1});

        vault.erase(person);

        assertThat(vault.open(person, place, sealed)).isEmpty();
        assertThat(vault.secret(kept)).isEmpty();
        assertThat(vault.erasedAt(person)).isPresent();
        assertThatThrownBy(() -> vault.sealText(person, place, "Anna")).isInstanceOf(PersonErased.class);
    }

    @Test
    void what_is_kept_for_an_erased_person_is_not_kept_at_all() {
        var person = vault.enrol(UTOPIA);
        vault.erase(person);

        var kept = vault.keep(person, new byte[] {1});

        assertThat(vault.secret(kept)).isEmpty();
    }

    @Test
    void what_belongs_to_no_person_is_kept_too() {
        var kept = vault.keepForHouse(new byte[] {1, 2});

        assertThat(vault.secret(kept))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2));
    }

    @Test
    void the_database_holds_no_key_of_an_erased_person() {
        var person = vault.enrol(UTOPIA);

        vault.erase(person);

        var keys = jdbc.sql("select count(wrapped) from keystore.person_key where person = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
        assertThat(keys).isZero();
    }
}
