package org.kith.server.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeFamily;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;

/// At 18 a fresh choice: the guardian's access ends by the server's clock, and what was begun is the young adult's.
class ComingOfAgeTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    ComingOfAge comingOfAge;

    @Autowired
    Clock clock;

    @Test
    void who_comes_of_age_during_the_case_takes_it_over_and_chooses() {
        var mail = UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        var family = new SomeFamily(port);
        var guardian = Visitor.asPerson(port, "guardian-" + mail);
        family.begin(guardian, "Mira");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var born = today.minusYears(18).plusDays(30);
        var noa = SomeApplicant.brenn("", "Noa", "XF4000001", born);
        var child = family.child(guardian, "Noa", born);
        family.says(guardian, child, "yes");
        family.actsFor(guardian, child);
        noa.drafted(guardian);
        family.sends(guardian);
        var one = cases.confirmed(port, guardian, noa);
        comingOfAge.round();
        comingOfAge.round();
        family.actsForThemselves(guardian);
        assertThat(guardian.get("/messages").text()).containsOnlyOnce("A child comes of age");
        family.actsFor(guardian, child);

        ((AdvancingClock) clock).advanceBy(Duration.ofDays(31));

        // The session outlives 31 days only in tests; the guardian's browser would have signed in anew.
        var later = Visitor.asPerson(port, "guardian-" + mail);
        later.get("/family/children/" + child.value());
        later.post("/family/children/" + child.value() + "/act", Map.of());
        assertThat(later.get("/home").text()).as("before the job").doesNotContain("You are filling in for", "UTO");
        comingOfAge.round();
        assertThat(later.get("/messages").text()).contains("A child has come of age");

        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(one.address() + "/take", Map.of());
        castell.get(one.address());
        castell.post(one.address() + "/open", Map.of("purpose", "DECISION"));
        assertThat(castell.get(one.address()).text()).contains("Came of age: waits for their own choice");
        var decided = castell.decide(
                one.address() + "/decide", Map.of("verdict", "approve", "ground", "descent", "reason", "It is so."));
        assertThat(decided.text()).contains("They came of age");

        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/of-age");
        var code = marrow.post("/desk/of-age", Map.of("reference", one.reference(), "lines", noa.lines()))
                .find("id=\"code\"><bdi dir=\"ltr\">([0-9A-Z ]+)<");
        var young = Visitor.asPerson(port, "young-" + mail);
        young.get("/family/take-over");
        assertThat(young.post("/family/take-over", Map.of("code", "0000 0000 0000"))
                        .text())
                .contains("This code is not right");
        assertThat(young.post("/family/take-over", Map.of("code", code)).text()).contains("It is yours now");

        var own = Visitor.asPerson(port, "young-" + mail);
        assertThat(own.get("/home").text()).contains(one.reference());
        assertThat(later.get("/home").text()).doesNotContain(one.reference());
        own.get("/family/take-over");
        assertThat(own.post("/family/take-over", Map.of("code", code)).text()).contains("This code is not right");
        own.get("/home/withdraw");
        own.post("/home/withdraw", Map.of());
        assertThat(applications.find(one.id()).orElseThrow().stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void a_registrar_makes_no_code_for_a_child() {
        var mail = UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        var family = new SomeFamily(port);
        var guardian = Visitor.asPerson(port, "guardian-" + mail);
        family.begin(guardian, "Mira");
        var born = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(15);
        var noa = SomeApplicant.brenn("", "Noa", "XF4000002", born);
        var child = family.child(guardian, "Noa", born);
        family.says(guardian, child, "yes");
        family.actsFor(guardian, child);
        noa.drafted(guardian);
        family.sends(guardian);
        var one = cases.confirmed(port, guardian, noa);

        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/of-age");
        var answer = marrow.post("/desk/of-age", Map.of("reference", one.reference(), "lines", noa.lines()));

        assertThat(answer.text()).contains("nobody to whom this applies");
    }

    /// Utopia asks children of fourteen too.
    @Test
    void a_child_of_fourteen_is_asked_too() {
        var mail = UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        var family = new SomeFamily(port);
        var guardian = Visitor.asPerson(port, "guardian-" + mail);
        family.begin(guardian, "Mira");
        var born = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(14);
        var noa = SomeApplicant.brenn("", "Noa", "XF4000003", born);
        var child = family.child(guardian, "Noa", born);
        family.says(guardian, child, "yes");
        var other = Visitor.asPerson(port, "other-" + mail);
        other.get(family.askGuardian(guardian, child, "other-" + mail));
        other.post("/family/invited", Map.of("answer", "accept"));
        family.says(other, child, "yes");
        family.actsFor(guardian, child);
        noa.drafted(guardian);
        family.sends(guardian);
        var one = cases.confirmed(port, guardian, noa);
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(one.address() + "/take", Map.of());
        castell.get(one.address());
        castell.post(one.address() + "/open", Map.of("purpose", "DECISION"));
        var approval = Map.of("verdict", "approve", "ground", "descent", "reason", "The papers show it.");

        assertThat(castell.decide(one.address() + "/decide", approval).text()).contains("The child has not agreed");

        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/of-age");
        var asked = Map.of("reference", one.reference(), "lines", noa.lines(), "act", "yes");
        assertThat(marrow.post("/desk/of-age", asked).text()).contains("It is written down");
        castell.get(one.address());
        castell.decide(one.address() + "/decide", approval);
        assertThat(applications.find(one.id()).orElseThrow().stage()).isEqualTo(Stage.APPROVAL_PROPOSED);
    }
}
