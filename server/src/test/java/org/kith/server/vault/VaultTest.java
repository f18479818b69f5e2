package org.kith.server.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class VaultTest extends ServerTest {
    private static final CountryCode UTOPIA = new CountryCode("UTO");
    private static final CountryCode ARCADIA = new CountryCode("ARC");

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

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

    /// Another node may have opened the person's data a moment ago: it keeps nothing that would open them now.
    @Test
    void an_erasure_holds_for_whoever_opened_something_just_before() {
        var person = vault.enrol(UTOPIA);
        var sealed = vault.sealText(person, place, "Anna");
        assertThat(vault.openText(person, place, sealed)).isPresent();

        jdbc.sql("update keystore.person_key set wrapped = null, erased_at = now() where person = :person")
                .param("person", person.value())
                .update();

        assertThat(vault.openText(person, place, sealed)).isEmpty();
    }

    @Test
    void an_erasure_that_is_rolled_back_erased_nobody() {
        var person = vault.enrol(UTOPIA);
        var sealed = vault.sealText(person, place, "Anna");

        transaction.executeWithoutResult(status -> {
            vault.erase(person);
            status.setRollbackOnly();
        });

        assertThat(vault.openText(person, place, sealed)).contains("Anna");
    }

    @Test
    void a_wrapped_key_put_in_another_persons_row_opens_nothing() {
        var anna = vault.enrol(UTOPIA);
        var boris = vault.enrol(UTOPIA);
        var sealed = vault.sealText(anna, place, "Anna");

        jdbc.sql("""
                update keystore.person_key set wrapped = (select wrapped from keystore.person_key where person = :anna)
                where person = :boris
                """).param("anna", anna.value()).param("boris", boris.value()).update();

        assertThatThrownBy(() -> vault.open(boris, place, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_typed_lies_in_the_database_in_the_clear() {
        var person = vault.enrol(UTOPIA);

        var sealed = new String(vault.sealText(person, place, "Anna"), ISO_8859_1);

        assertThat(sealed).doesNotContain("Anna");
    }

    @Test
    void one_value_sealed_twice_looks_different() {
        var person = vault.enrol(UTOPIA);

        assertThat(vault.sealText(person, place, "Anna")).isNotEqualTo(vault.sealText(person, place, "Anna"));
    }

    @Test
    void many_values_open_with_one_look_at_the_key() {
        var person = vault.enrol(UTOPIA);
        var elsewhere = new Context("answer.latin", place.row());
        var sealed = vault.sealText(person, place, "Анна");
        var latin = vault.sealText(person, elsewhere, "Anna");

        var opening = vault.opening(person).orElseThrow();

        assertThat(opening.openText(place, sealed)).isEqualTo("Анна");
        assertThat(opening.openText(elsewhere, latin)).isEqualTo("Anna");
        assertThatThrownBy(() -> opening.open(place, latin)).isInstanceOf(IllegalStateException.class);
        vault.erase(person);
        assertThat(vault.opening(person)).isEmpty();
    }
}
