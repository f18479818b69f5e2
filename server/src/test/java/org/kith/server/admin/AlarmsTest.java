package org.kith.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Officers try to open what is not theirs to see, and an auditor comes to know.
@TestPropertySource(properties = "kith.test=alarms") // a server apart: every refusal of others would count
class AlarmsTest extends ServerTest {
    @Autowired
    SomeCase cases;

    private final SomeApplicant who = SomeApplicant.nadezhda(UUID.randomUUID() + "@example.org");

    @BeforeEach
    void nobodyTriedYet() {
        jdbc.sql("delete from access_alarm").update();
    }

    @Test
    void several_tries_of_a_day_are_one_alarm_that_counts_and_names_nobody() {
        var visit = cases.arrived(port, who);
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        for (var tries = 0; tries < 3; tries++) fenn.get(visit.address());
        var sorel = Visitor.asOfficer(port, "auditor");

        assertThat(sorel.get("/staff").text()).contains("Refused tries 1 to look into");
        var page = sorel.get("/admin/alarms");
        assertThat(page.text()).contains("registrar, no. ", "3 tries on ", "Strelsau");
        assertThat(page.text())
                .doesNotContain(
                        "Fenn",
                        visit.application().filedReference().orElseThrow().printed());
        assertThat(who.secrets()).noneMatch(page.body()::contains);
    }

    @Test
    void whoever_has_an_interest_in_somebody_and_opens_the_case_raises_one() {
        var opened = cases.confirmed(port, who);
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(opened.address() + "/take", Map.of());
        castell.get(opened.address());
        castell.post(opened.address() + "/open", Map.of("purpose", "DECISION"));
        castell.post(opened.address() + "/conflict", Map.of("kind", "RELATIVE"));

        castell.get(opened.address());

        assertThat(Visitor.asOfficer(port, "auditor").get("/admin/alarms").text())
                .contains("caseworker, no. ");
    }

    @Test
    void an_auditor_says_what_came_of_it_and_the_journal_keeps_that() {
        var visit = cases.arrived(port, who);
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        fenn.get(visit.address());
        var sorel = Visitor.asOfficer(port, "auditor");

        var unsaid = settle(sorel, "");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Choose what came of looking into it");
        assertThat(settle(sorel, "SLIP").text()).contains("Nobody was refused since");
        assertThat(sorel.get("/staff").text()).doesNotContain("to look into");
        assertThat(jdbc.sql("select count(*) from journal where deed = 'ALARM_LOOKED_INTO'")
                        .query(Integer.class)
                        .single())
                .isOne();

        fenn.get(visit.address());
        assertThat(sorel.get("/admin/alarms").text()).contains("2 tries on ");
    }

    @Test
    void who_tried_again_meanwhile_is_not_settled_with_the_rest() {
        var visit = cases.arrived(port, who);
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        fenn.get(visit.address());
        var sorel = Visitor.asOfficer(port, "auditor");
        var seen = sorel.get("/admin/alarms");
        fenn.get(visit.address());

        var late = sorel.post("/admin/alarms", fields(seen, "SLIP"));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("There were more tries meanwhile").contains("2 tries on ");
    }

    @Test
    void only_auditors_see_alarms() {
        for (var role : new String[] {"registrar", "caseworker", "manager"}) {
            assertThat(Visitor.asOfficer(port, role).get("/admin/alarms").status())
                    .isEqualTo(403);
        }
    }

    private static Answer settle(Visitor sorel, String finding) {
        return sorel.post("/admin/alarms", fields(sorel.get("/admin/alarms"), finding));
    }

    private static Map<String, String> fields(Answer page, String finding) {
        return Map.of(
                "officer", page.find("name=\"officer\" value=\"([^\"]+)\""),
                "day", page.find("name=\"day\" value=\"([^\"]+)\""),
                "tries", page.find("name=\"tries\" value=\"([^\"]+)\""),
                "finding", finding);
    }
}
