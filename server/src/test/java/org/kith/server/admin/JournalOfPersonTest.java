package org.kith.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.springframework.beans.factory.annotation.Autowired;

/// An auditor looks at what was done with one person's data, and is seen doing so.
class JournalOfPersonTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Journal journal;

    @Test
    void an_auditor_sees_what_was_done_and_who_looked_and_no_names() {
        var who = layla();
        var layla = cases.confirmed(port, who);
        var nadezhda = cases.confirmed(port, SomeApplicant.nadezhda(address()));

        var page = asked(layla.reference(), "AUDIT");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Journal, " + layla.reference(), "submitted The person", "identity confirmed registrar, no. ")
                .doesNotContain(nadezhda.reference(), "Marrow", "MIRAN", "LAYLA");
        assertThat(who.secrets()).noneMatch(page.body()::contains);
    }

    @Test
    void the_look_is_written_down_first_and_the_person_sees_it() {
        var layla = cases.confirmed(port, layla());

        var page = asked(layla.reference(), "PERSONS_OWN_REQUEST");

        assertThat(page.find("<td[^>]*data-label=\"What\">([^<]+)<")).isEqualTo("journal seen");
        assertThat(layla.person().get("/looks").text()).contains("An auditor", "Because you asked for it");
    }

    @Test
    void nobody_looks_without_a_reason() {
        var layla = cases.confirmed(port, layla());

        var without = asked(layla.reference(), "");
        var nonsense = asked(layla.reference(), "CURIOSITY");

        assertThat(without.status()).isEqualTo(422);
        assertThat(without.text()).contains("Choose why you look").doesNotContain("submitted");
        assertThat(without.body()).contains("value=\"" + layla.reference() + "\"");
        assertThat(nonsense.text()).contains("Choose why you look");
        assertThat(layla.person().get("/looks").text()).doesNotContain("An auditor");
    }

    @Test
    void a_number_that_nobody_has_is_said_and_the_reason_stays_chosen() {
        var page = asked("UTO 0000 0000", "AUDIT");
        var nonsense = asked("<b>", "AUDIT");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("There is no application with that number");
        assertThat(page.body()).containsPattern("value=\"AUDIT\" checked");
        assertThat(nonsense.text()).contains("There is no application with that number");
        assertThat(nonsense.body()).doesNotContain("<b>\"");
    }

    @Test
    void older_entries_are_on_the_next_page() {
        var layla = cases.confirmed(port, layla());
        var application = applications.find(layla.id()).orElseThrow();
        for (var i = 0; i < 200; i++) {
            journal.record(
                    Deed.CARD_SHOWN,
                    Actor.house(),
                    application.person(),
                    application.id().asCase());
        }
        var sorel = Visitor.asOfficer(port, "auditor");
        sorel.get("/admin/journal");
        var asked = Map.of("reference", layla.reference(), "purpose", "AUDIT");

        var newest = sorel.post("/admin/journal", asked);
        var older = sorel.post(
                "/admin/journal",
                Map.of(
                        "reference", newest.find("name=\"reference\" value=\"([^\"]+)\""),
                        "purpose", newest.find("name=\"purpose\" value=\"([^\"]+)\""),
                        "before", newest.find("name=\"before\" value=\"([^\"]+)\"")));

        assertThat(newest.text()).contains("card shown").doesNotContain("identity confirmed");
        assertThat(older.text()).contains("identity confirmed", "submitted").doesNotContain("Older entries");
    }

    @Test
    void no_other_officer_looks_and_no_person() {
        for (var role : new String[] {"registrar", "caseworker", "supervisor", "manager"}) {
            var officer = Visitor.asOfficer(port, role);
            assertThat(officer.get("/admin/journal").status()).as(role).isEqualTo(403);
            assertThat(officer.post("/admin/journal", Map.of("reference", "UTO", "purpose", "AUDIT"))
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        var person = Visitor.asPerson(port, address());
        assertThat(person.get("/admin/journal").text()).doesNotContain("The journal of one person");
    }

    private Visitor.Answer asked(String reference, String purpose) {
        var sorel = Visitor.asOfficer(port, "auditor");
        sorel.get("/admin/journal");
        return sorel.post("/admin/journal", Map.of("reference", reference, "purpose", purpose));
    }

    private static SomeApplicant layla() {
        return SomeApplicant.layla(address());
    }

    private static String address() {
        return "audited-" + UUID.randomUUID() + "@example.org";
    }
}
