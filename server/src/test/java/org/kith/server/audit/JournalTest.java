package org.kith.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class JournalTest extends ServerTest {
    private static final Actor.Officer CASEWORKER =
            new Actor.Officer(UUID.randomUUID(), OfficerRole.CASEWORKER, UUID.randomUUID());

    @Autowired
    Journal journal;

    @Autowired
    Looks looks;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    private final Case application = new Case(CaseKind.APPLICATION, UUID.randomUUID());

    @Test
    void a_deed_is_found_again_with_its_details() {
        var person = somebody();
        var details = Details.of(Detail.GROUND, new Code("descent")).and(Detail.COUNT, 3);

        var id = journal.record(Deed.SUBMITTED, Actor.of(person), person, application, details);

        var entries = journal.of(person, JournalPage.START, 10).entries();
        assertThat(entries).extracting(Entry::deed).containsExactly(Deed.SUBMITTED);
        assertThat(journal.details(id))
                .hasValueSatisfying(found -> assertThat(found.values())
                        .containsEntry(Detail.GROUND, "descent")
                        .containsEntry(Detail.COUNT, "3"));
    }

    @Test
    void what_was_rolled_back_is_not_written_down() {
        var person = somebody();

        transaction.executeWithoutResult(status -> {
            journal.record(Deed.SUBMITTED, Actor.of(person), person, application);
            status.setRollbackOnly();
        });

        assertThat(journal.of(person, JournalPage.START, 10).entries()).isEmpty();
    }

    @Test
    void the_details_of_an_erased_person_are_gone_and_the_entry_stays() {
        var person = somebody();
        var id = journal.record(Deed.SUBMITTED, Actor.of(person), person, application, Details.of(Detail.COUNT, 1));

        vault.erase(person);

        assertThat(journal.details(id)).isEmpty();
        assertThat(journal.of(person, JournalPage.START, 10).entries()).hasSize(1);
    }

    @Test
    void a_person_sees_who_looked_and_why_but_no_name() {
        var person = somebody();

        journal.look(Deed.CASE_OPENED, CASEWORKER, person, application, LookPurpose.DECISION);
        journal.look(Deed.CASE_OPENED, CASEWORKER, person, application, LookPurpose.DECISION);

        assertThat(looks.of(person)).singleElement().satisfies(look -> {
            assertThat(look.role()).isEqualTo(OfficerRole.CASEWORKER);
            assertThat(look.unit()).isEqualTo(CASEWORKER.unit());
            assertThat(look.purpose()).isEqualTo(LookPurpose.DECISION);
            assertThat(look.officer().toString()).hasSize(10);
        });
    }

    @Test
    void a_look_shown_later_is_not_shown_now() {
        var person = somebody();

        journal.look(Deed.CASE_OPENED, CASEWORKER, person, application, LookPurpose.DECISION, Duration.ofDays(30));

        assertThat(looks.of(person)).isEmpty();
    }

    @Test
    void no_look_is_hidden_for_longer_than_ninety_days() {
        var person = somebody();

        assertThatThrownBy(() -> journal.look(
                        Deed.CASE_OPENED, CASEWORKER, person, application, LookPurpose.DECISION, Duration.ofDays(91)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private PersonId somebody() {
        return vault.enrol(CountryCode.UNKNOWN);
    }
}
