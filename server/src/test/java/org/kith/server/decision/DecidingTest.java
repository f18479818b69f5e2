package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.LookPurpose;
import org.kith.server.audit.Looks;
import org.kith.server.card.Cards;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.springframework.beans.factory.annotation.Autowired;

/// A case is heard, decided, and where two must sign, signed by two.
class DecidingTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Adjudication adjudication;

    @Autowired
    SecondSignature signature;

    @Autowired
    Decisions decisions;

    @Autowired
    Officers officers;

    @Autowired
    Cards cards;

    @Autowired
    Looks looks;

    @Test
    void the_queue_shows_references_and_grounds_and_no_names() {
        var layla = cases.confirmed(port, someone());

        var queue = Visitor.asOfficer(port, "caseworker").get("/desk/cases");

        assertThat(queue.text())
                .contains(layla.reference(), "Waiting to be taken up")
                .doesNotContain("MIRAN", "LAYLA", "ليلى");
    }

    @Test
    void a_case_opens_with_a_purpose_that_the_person_sees() {
        var layla = cases.confirmed(port, someone());
        var castell = Visitor.asOfficer(port, "caseworker");

        var asked = castell.get(layla.address());
        var without = castell.post(layla.address() + "/open", Map.of());
        var opened = castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));

        assertThat(asked.text()).contains("Why do you open this?").doesNotContain("MIRAN");
        assertThat(without.text()).contains("Choose why you open it").doesNotContain("MIRAN");
        assertThat(opened.text())
                .contains("LAYLA NUR MIRAN", "Agrees with the passport seen at the centre", "Confirmed at a centre by")
                .contains("Elza Varga");
        assertThat(looks.of(person(layla)))
                .anySatisfy(look -> assertThat(look.purpose()).isEqualTo(LookPurpose.DECISION));
    }

    @Test
    void whoever_signs_in_after_another_officer_says_a_purpose_of_their_own() {
        var layla = takenUp(cases.confirmed(port, someone()));
        var browser = opened("caseworker", 1, layla);
        assertThat(browser.get(layla.address()).text()).contains("MIRAN");

        browser.alsoAsOfficer("supervisor", 1);

        assertThat(browser.get(layla.address()).text()).contains("Why do you open this?");
    }

    @Test
    void nothing_is_preset_for_the_officer() {
        var layla = takenUp(cases.confirmed(port, someone()));

        var page = opened("caseworker", 1, layla).get(layla.address());

        assertThat(page.body()).contains("name=\"verdict\"").doesNotContainPattern("<input[^>]* checked");
    }

    @Test
    void a_form_with_gaps_comes_back_with_what_was_typed() {
        var layla = takenUp(cases.confirmed(port, someone()));
        var castell = opened("caseworker", 1, layla);

        var answer =
                castell.decide(layla.address() + "/decide", Map.of("verdict", "refuse", "reason", "Not <b>enough</b>"));

        assertThat(answer.text())
                .contains("Choose the ground", "Say what would change the answer", "Not <b>enough</b>");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void a_card_without_a_chip_reading_needs_a_second_officer() {
        var layla = takenUp(cases.confirmed(port, someone()));

        approve(opened("caseworker", 1, layla), layla);

        assertThat(stage(layla)).isEqualTo(Stage.APPROVAL_PROPOSED);
        assertThat(cards.of(layla.id())).isEmpty();

        var oriel = opened("supervisor", 1, layla);
        assertThat(oriel.get("/desk/signatures").text()).contains(layla.reference());
        sign(oriel, layla);

        assertThat(stage(layla)).isEqualTo(Stage.APPROVED);
        soon(() -> cards.of(layla.id()).isPresent());
        assertThat(layla.person().get("/card").text()).contains("Your card");
        assertThat(layla.person().get("/messages").text()).contains("Your application is approved");
    }

    @Test
    void whoever_verified_the_identity_may_not_decide() {
        var layla = takenUp(cases.confirmed(port, someone()));
        var registrar = registrarOf(layla);

        var result = adjudication.decide(
                layla.id(),
                new Finding.Approval("descent", "All papers agree.", "en"),
                withRole(registrar, "CASEWORKER"));

        assertThat(result).isInstanceOf(DecisionResult.SecondOfficerNeeded.class);
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void whoever_verified_the_identity_may_not_sign_second() {
        var layla = proposed();
        var registrar = withRole(registrarOf(layla), "SUPERVISOR");

        var result = signature.sign(waiting(layla).id(), registrar);

        assertThat(result).isInstanceOf(SigningResult.SecondOfficerNeeded.class);
        assertThat(stage(layla)).isEqualTo(Stage.APPROVAL_PROPOSED);
    }

    @Test
    void the_second_signature_is_another_persons_whatever_the_roles() {
        var layla = proposed();
        var waiting = waiting(layla);
        var first = withRole(waiting.first(), "SUPERVISOR");

        var result = signature.sign(waiting.id(), first);

        assertThat(result).isInstanceOf(SigningResult.SameOfficer.class);
        assertThat(stage(layla)).isEqualTo(Stage.APPROVAL_PROPOSED);
        takeRole(waiting.first(), "SUPERVISOR");
    }

    @Test
    void the_second_officer_may_differ() {
        var layla = proposed();
        var oriel = opened("supervisor", 1, layla);
        var id = waiting(layla).id().value();

        var without = oriel.post("/desk/decisions/" + id + "/return", Map.of());
        oriel.get(layla.address());
        oriel.post("/desk/decisions/" + id + "/return", Map.of("why", "The extract is of another person."));

        assertThat(without.text()).contains("Say why you give it back");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(opened("caseworker", 1, layla).get(layla.address()).text())
                .contains("Given back", "The extract is of another person.");
        assertThat(layla.person().get("/messages").text()).contains("There are none yet");
    }

    @Test
    void of_two_officers_who_decide_at_once_one_is_told_it_has_moved_on() {
        var layla = takenUp(cases.confirmed(port, someone()));
        var castell = opened("caseworker", 1, layla);
        var varga = opened("caseworker", 2, layla);

        approve(castell, layla);
        var second = approve(varga, layla);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("This case has moved on");
        assertThat(decisions.about(Subject.of(layla.id()))).hasSize(1);
    }

    @Test
    void a_withdrawn_case_cannot_be_signed() {
        var layla = proposed();
        jdbc.sql("update application set stage = 'WITHDRAWN' where id = ?")
                .param(layla.id().value())
                .update();
        var oriel = opened("supervisor", 1, layla);

        var answer = oriel.decide("/desk/decisions/" + waiting(layla).id().value() + "/sign", Map.of());

        assertThat(answer.text()).contains("There is nothing to sign any more");
        assertThat(cards.of(layla.id())).isEmpty();
    }

    @Test
    void more_is_asked_for_and_given_in_two_languages() {
        var layla = takenUp(cases.confirmed(port, someone()));
        opened("caseworker", 1, layla)
                .decide(
                        layla.address() + "/decide",
                        Map.of(
                                "verdict",
                                "more",
                                "why",
                                "cut-off",
                                "papers",
                                "birth-record",
                                "reason",
                                "The copy is cut at the edge."));
        assertThat(stage(layla)).isEqualTo(Stage.MORE_ASKED);

        var listed = layla.person().reading("ar").get("/messages");
        var message = listed.find("href=\"(/messages/[0-9a-f-]+)\"");
        assertThat(layla.person().get(message).text())
                .contains("نحتاج منك إلى شيء آخر", "The copy is cut at the edge.");
        layla.person().reading("en").get(message);
        var sent = layla.person().post(message, Map.of("words", "Here is <i>the whole</i> copy."));

        assertThat(sent.text()).contains("You answered on", "Here is <i>the whole</i> copy.");
        assertThat(sent.body()).doesNotContain("<i>the whole</i>");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(opened("caseworker", 2, layla).get(layla.address()).text())
                .contains("Here is <i>the whole</i> copy.");
    }

    @Test
    void only_what_the_catalogue_holds_can_be_asked_for() {
        var layla = takenUp(cases.confirmed(port, someone()));

        var answer = opened("caseworker", 1, layla)
                .decide(
                        layla.address() + "/decide",
                        Map.of(
                                "verdict",
                                "more",
                                "why",
                                "cut-off",
                                "papers",
                                "telephone-contacts",
                                "reason",
                                "We want them."));

        assertThat(answer.text()).contains("The programme asks for no such paper");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void nobody_is_refused_unheard() {
        var layla = takenUp(cases.confirmed(port, someone()));
        opened("caseworker", 1, layla)
                .decide(
                        layla.address() + "/decide",
                        Map.of(
                                "verdict", "refuse",
                                "ground", "descent",
                                "reason", "The register names another family.",
                                "cure", "A record that names your grandmother."));
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_ANNOUNCED);

        var message = layla.person().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
        var read = layla.person().get(message);
        assertThat(read.text())
                .contains("you can reply first", "The register names another family.", "A record that names")
                .contains("You have time until");
        layla.person().post(message, Map.of("words", "She married in 1955."));

        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(layla.person().post(message, Map.of("words", "Again.")).text())
                .contains("She married in 1955.");
    }

    @Test
    void nobody_reads_another_persons_decision() {
        var layla = takenUp(cases.confirmed(port, someone()));
        opened("caseworker", 1, layla)
                .decide(
                        layla.address() + "/decide",
                        Map.of(
                                "verdict",
                                "more",
                                "why",
                                "cut-off",
                                "papers",
                                "birth-record",
                                "reason",
                                "Cut at the edge."));
        var message = layla.person().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");

        var stranger = Visitor.asPerson(port, "stranger-" + UUID.randomUUID() + "@example.org");

        assertThat(stranger.get(message).status()).isEqualTo(404);
        assertThat(stranger.post(message, Map.of("words", "x")).status()).isEqualTo(404);
    }

    @Test
    void reasons_lie_sealed_and_the_trace_can_be_computed_again() {
        var layla = proposed();
        var decision = waiting(layla);

        var words = decisions.words(decision).orElseThrow();
        var again = adjudication.trace(applications.find(layla.id()).orElseThrow());

        assertThat(words.trace()).isEqualTo(again.canonical()).contains("ground descent");
        assertThat(jdbc.sql("select decision::text from decision where id = ?")
                        .param(decision.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("agree");
    }

    @Test
    void a_registrar_opens_no_case_and_a_caseworker_signs_nothing() {
        var layla = proposed();

        assertThat(Visitor.asOfficer(port, "registrar").get(layla.address()).status())
                .isEqualTo(403);
        var varga = opened("caseworker", 2, layla);
        assertThat(varga.decide("/desk/decisions/" + waiting(layla).id().value() + "/sign", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private Opened proposed() {
        var layla = takenUp(cases.confirmed(port, someone()));
        approve(opened("caseworker", 1, layla), layla);
        return layla;
    }

    private Opened takenUp(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        return layla;
    }

    private Visitor opened(String role, int which, Opened layla) {
        var officer = Visitor.asOfficer(port, role, which);
        officer.get(layla.address());
        var purpose = role.equals("supervisor") ? "SECOND_SIGNATURE" : "DECISION";
        officer.post(layla.address() + "/open", Map.of("purpose", purpose));
        return officer;
    }

    private static Visitor.Answer approve(Visitor officer, Opened layla) {
        return officer.decide(
                layla.address() + "/decide",
                Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));
    }

    private void sign(Visitor officer, Opened layla) {
        officer.decide("/desk/decisions/" + waiting(layla).id().value() + "/sign", Map.of());
    }

    private Decision waiting(Opened layla) {
        return decisions.about(Subject.of(layla.id())).getFirst();
    }

    private OfficerId registrarOf(Opened layla) {
        var officer = jdbc.sql("select officer from identity_check where application = ?")
                .param(layla.id().value())
                .query(UUID.class)
                .single();
        return new OfficerId(officer);
    }

    /// The same officer, given another role for a moment.
    private org.kith.server.staff.Officer withRole(OfficerId id, String role) {
        jdbc.sql("update officer set roles = array_append(roles, ?) where id = ? and not ? = any (roles)")
                .params(List.of(role, id.value(), role))
                .update();
        var officer = officers.active(id).orElseThrow();
        takeRole(id, role);
        return officer;
    }

    private void takeRole(OfficerId id, String role) {
        jdbc.sql("update officer set roles = array_remove(roles, ?) where id = ?")
                .params(List.of(role, id.value()))
                .update();
    }

    private org.kith.server.vault.PersonId person(Opened layla) {
        return applications.find(layla.id()).orElseThrow().person();
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("case-" + UUID.randomUUID() + "@example.org");
    }

    private static void soon(java.util.function.BooleanSupplier condition) {
        var patience = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it happens soon").isBefore(patience);
            Thread.onSpinWait();
        }
    }
}
