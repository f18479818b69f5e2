package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/// Lesson 40: where power is large it takes two, and the second may differ. Utopia, where everything needs two.
@DirtiesContext
class SecondSignerTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    private CaseSteps steps;

    @DynamicPropertySource
    static void everythingNeedsTwo(DynamicPropertyRegistry registry) throws IOException {
        var pack = Files.createTempDirectory("kith-pack").resolve("utopia");
        FileSystemUtils.copyRecursively(Path.of("../programmes/utopia"), pack);
        var programme = pack.resolve("programme.yaml");
        var changed = Files.readString(programme)
                .replaceFirst("two-people: .*", "two-people: [approve, refuse, revoke, uphold, overturn, stop]");
        Files.writeString(programme, changed);
        registry.add("kith.programme", pack::toString);
    }

    @BeforeEach
    void steps() {
        steps = new CaseSteps(port, cases, jdbc);
    }

    @Test
    void a_refusal_stands_when_a_second_officer_signed_it_and_its_time_to_appeal_runs_from_then() {
        var layla = steps.refused();
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_PROPOSED);
        assertThat(last(layla).answerUntil()).isNull();
        assertThat(layla.person().get("/home").text()).contains("A second officer looks at it");

        sign("supervisor", 1, layla);

        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
        assertThat(last(layla).answerUntil()).isEqualTo(last(layla).day().plusDays(60));
        assertThat(layla.person().get(steps.newest(layla)).text()).contains("You can appeal until");
    }

    @Test
    void the_first_does_not_sign_second_under_another_role() {
        var layla = steps.refused();
        var castell = last(layla).first().value();
        steps.giveRole(castell, "SUPERVISOR");

        var officer = steps.opened("caseworker", 1, layla);
        var signed = officer.decide(deed(layla, "sign"), Map.of());
        var differed =
                officer.post(deed(layla, "differ"), Map.of("choice", "APPROVE", "reason", "On second thoughts."));

        assertThat(signed.text()).contains("Somebody else has to sign this");
        assertThat(differed.text()).contains("Somebody else has to sign this");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_PROPOSED);
        steps.takeRole(castell, "SUPERVISOR");
    }

    @Test
    void who_confirmed_the_identity_does_not_sign_second_under_another_role() {
        var layla = steps.refused();
        var marrow = jdbc.sql("select officer from identity_check where application = ?")
                .param(layla.id().value())
                .query(java.util.UUID.class)
                .single();
        steps.giveRole(marrow, "SUPERVISOR");

        var registrar = Visitor.asOfficer(port, "registrar");
        registrar.get(layla.address());
        registrar.post(layla.address() + "/open", Map.of("purpose", "SECOND_SIGNATURE"));
        var answer = registrar.decide(deed(layla, "sign"), Map.of());

        assertThat(answer.text()).contains("Another officer has to decide this");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_PROPOSED);
        steps.takeRole(marrow, "SUPERVISOR");
    }

    @Test
    void a_second_officer_may_see_it_otherwise_and_a_third_decides_with_both_views_before_them() {
        var layla = steps.refused();
        var oriel = steps.opened("supervisor", 1, layla);
        oriel.get(deed(layla, "differ"));

        var gaps = oriel.post(deed(layla, "differ"), Map.of("choice", "RESTORE"));
        oriel.post(deed(layla, "differ"), Map.of("choice", "APPROVE", "reason", "The school book <b>names</b> her."));

        assertThat(gaps.text()).contains("Choose what you propose", "Give the reason in words");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(last(layla).state()).isEqualTo(Decision.State.RETURNED);
        assertThat(layla.person().get("/messages").text()).doesNotContain("is refused");
        var castell = steps.refuse(steps.opened("caseworker", 1, layla), layla, "descent");
        assertThat(castell.text()).contains("Another officer has to decide this");
        var varga = steps.opened("caseworker", 2, layla);
        assertThat(varga.get(layla.address()).text())
                .contains("The second officer saw it otherwise: Approval", "The school book <b>names</b> her.");
        steps.refuse(varga, layla, "descent");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_PROPOSED);
        sign("supervisor", 1, layla);
        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
    }

    @Test
    void a_refusal_that_is_given_back_counts_for_nothing() {
        var layla = steps.refused();
        var oriel = steps.opened("supervisor", 1, layla);

        oriel.post(deed(layla, "return"), Map.of("why", "Say how the reply was weighed."));

        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        steps.refuse(steps.opened("caseworker", 1, layla), layla, "descent");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_PROPOSED);
    }

    @Test
    void what_its_person_withdrew_cannot_be_signed() {
        var layla = steps.refused();
        var oriel = steps.opened("supervisor", 1, layla);
        layla.person().get("/home/withdraw");
        layla.person().post("/home/withdraw", Map.of());

        var answer = oriel.decide(deed(layla, "sign"), Map.of());

        assertThat(answer.text()).contains("There is nothing to sign any more");
        assertThat(stage(layla)).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void two_who_hear_appeals_sign_a_verdict_and_no_supervisor_does() {
        var layla = steps.refused();
        sign("supervisor", 1, layla);
        steps.appeal(layla.person(), steps.newest(layla), false);

        steps.decideAppeal(1, layla.address(), "OVERTURN");

        assertThat(stage(layla)).isEqualTo(Stage.APPEAL_PROPOSED);
        var oriel = steps.opened("supervisor", 1, layla);
        assertThat(oriel.decide(deed(layla, "sign"), Map.of()).text()).contains("Another officer has to decide this");
        assertThat(oriel.get("/desk/signatures").text()).doesNotContain(layla.reference());
        sign("appeals", 2, layla);
        assertThat(stage(layla)).isEqualTo(Stage.APPROVED);
    }

    @Test
    void where_two_who_hear_an_appeal_differ_a_third_and_another_decide() {
        var layla = steps.refused();
        sign("supervisor", 1, layla);
        steps.appeal(layla.person(), steps.newest(layla), false);
        steps.decideAppeal(1, layla.address(), "UPHOLD");

        steps.opened("appeals", 2, layla)
                .post(deed(layla, "differ"), Map.of("choice", "REMIT", "reason", "Nobody read the school book."));

        assertThat(stage(layla)).isEqualTo(Stage.APPEALED);
        assertThat(steps.opened("appeals", 1, layla).get(layla.address()).body())
                .doesNotContain("/decide\"");
        steps.decideAppeal(3, layla.address(), "UPHOLD");
        sign("appeals", 2, layla);
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_FINAL);
    }

    @Test
    void two_stop_a_case_and_two_let_it_go_on_and_nobody_signs_what_they_proposed() {
        var layla = steps.takenUp();
        var castell = steps.opened("caseworker", 1, layla);
        var page = "/desk/stops/application/" + layla.id().value();
        castell.get(page);
        castell.post(
                page, Map.of("authority", "Court of Amaurot", "reference", "4 C 12/26", "reason", "Heirs dispute it."));
        assertThat(stop(layla)).isEqualTo("PROPOSED");
        var own = castell.post(stopDeed(layla, "sign"), Map.of());
        assertThat(own.text()).contains("Somebody else has to sign this");
        assertThat(layla.person().get("/messages").text()).doesNotContain("A court has stopped");

        var oriel = steps.opened("supervisor", 1, layla);
        oriel.get(page);
        oriel.post(stopDeed(layla, "sign"), Map.of());
        assertThat(stop(layla)).isEqualTo("STANDS");
        assertThat(layla.person().get("/messages").text()).contains("A court has stopped your case");

        oriel.get(page);
        oriel.post(stopDeed(layla, "lift"), Map.of("why", "The court took it back."));
        assertThat(stop(layla)).isEqualTo("LIFT_PROPOSED");
        assertThat(steps.announce(layla).text()).contains("A court has stopped this case");
        castell.get(page);
        castell.post(stopDeed(layla, "return"), Map.of());
        assertThat(stop(layla)).isEqualTo("STANDS");
    }

    @Test
    void a_stop_that_nobody_signed_stops_nothing() {
        var layla = steps.takenUp();
        var page = "/desk/stops/application/" + layla.id().value();
        var castell = steps.opened("caseworker", 1, layla);
        castell.get(page);
        castell.post(
                page, Map.of("authority", "Court of Amaurot", "reference", "4 C 12/26", "reason", "Heirs dispute it."));

        steps.announce(layla);

        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_ANNOUNCED);
    }

    private String stop(Opened layla) {
        return jdbc.sql("select state from stop where subject = ?")
                .param(layla.id().value())
                .query(String.class)
                .single();
    }

    private String stopDeed(Opened layla, String what) {
        var id = jdbc.sql("select id from stop where subject = ?")
                .param(layla.id().value())
                .query(java.util.UUID.class)
                .single();
        return "/desk/stops/" + id + "/" + what;
    }

    private Answer sign(String role, int which, Opened layla) {
        return steps.opened(role, which, layla).decide(deed(layla, "sign"), Map.of());
    }

    private String deed(Opened layla, String what) {
        return "/desk/decisions/" + last(layla).id().value() + "/" + what;
    }

    private Decision last(Opened layla) {
        return decisions.about(Subject.of(layla.id())).getFirst();
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }
}
