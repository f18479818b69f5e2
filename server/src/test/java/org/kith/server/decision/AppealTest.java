package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCard.Holder;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.card.CardStage;
import org.kith.server.card.Cards;
import org.kith.server.identity.SomeFile;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Lessons 7 and 40: what was refused, suspended or revoked is looked at afresh by officers who had no hand in it. The
/// clock is set forward, so this is a server apart.
@TestPropertySource(properties = "kith.test=days pass")
class AppealTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    SomeCard someCard;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    Appeals appeals;

    @Autowired
    Cards cards;

    @Autowired
    Clock clock;

    private CaseSteps steps;

    @BeforeEach
    void steps() {
        steps = new CaseSteps(port, cases, jdbc);
    }

    @Test
    void a_refusal_is_appealed_and_undone_by_somebody_who_had_no_hand_in_it() {
        var layla = steps.refused();
        var message = steps.newest(layla);

        assertThat(layla.person().get(message).text()).contains("You can appeal until", "What was looked at");
        var sent = steps.appeal(layla.person(), message, false);

        assertThat(sent.text()).contains("You appealed on", "The <i>parish</i> burned down in 1944.");
        assertThat(sent.body()).doesNotContain("<i>parish</i>");
        assertThat(stage(layla)).isEqualTo(Stage.APPEALED);
        assertThat(Visitor.asOfficer(port, "appeals").get("/desk/appeals").text())
                .contains(layla.reference(), "Refusal")
                .doesNotContain("MIRAN", "LAYLA");
        assertThat(steps.opened("appeals", 1, layla).get(layla.address()).text())
                .as("they decide on all that the first had")
                .contains("Place of birth Lindow", "burned down in 1944");
        steps.decideAppeal(1, layla.address(), "OVERTURN");

        assertThat(stage(layla)).isEqualTo(Stage.APPROVED);
        soon(() -> cards.of(layla.id()).isPresent());
        assertThat(layla.person().get("/card").text()).contains("Your card");
        assertThat(layla.person().get(steps.newest(layla)).text())
                .contains("Your appeal: you were right", "The parish register was lost to fire.");
        assertThat(layla.person().get(message).text()).contains("This message was corrected.");
    }

    @Test
    void a_refusal_that_is_found_right_is_final_and_its_papers_are_let_go_of_from_then_on() {
        var layla = steps.appealed(false);
        assertThat(keptUntil(layla)).isZero();

        steps.decideAppeal(1, layla.address(), "UPHOLD");

        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_FINAL);
        assertThat(keptUntil(layla)).isEqualTo(2);
        assertThat(layla.person().reading("ar").get(steps.newest(layla)).text()).contains("تظلّمك: القرار قائم");
        layla.person().reading("en");
        assertThat(layla.person().get("/home").text()).contains("An earlier application of yours was refused");
    }

    @Test
    void what_is_sent_back_is_decided_by_a_caseworker_who_did_not_decide_it_and_hears_anew() {
        var layla = steps.appealed(false);
        steps.decideAppeal(1, layla.address(), "REMIT");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        var approval = Map.of("verdict", "approve", "ground", "descent", "reason", "The school book names her.");

        var first = steps.opened("caseworker", 1, layla).decide(layla.address() + "/decide", approval);
        var again = steps.refuse(steps.opened("caseworker", 2, layla), layla, "descent");
        steps.opened("caseworker", 2, layla).decide(layla.address() + "/decide", approval);

        assertThat(first.text()).contains("Another officer has to decide this", "an earlier decision of this case");
        assertThat(again.text()).contains("They have not been heard on this");
        assertThat(stage(layla)).isEqualTo(Stage.APPROVAL_PROPOSED);
    }

    @Test
    void whoever_decided_or_confirmed_the_identity_hears_no_appeal_under_whatever_role() {
        var layla = steps.appealed(false);
        var castell = decisions.about(Subject.of(layla.id())).getFirst().first().value();
        var marrow = jdbc.sql("select officer from identity_check where application = ?")
                .param(layla.id().value())
                .query(UUID.class)
                .single();
        var appeal = appeals.openAbout(Subject.of(layla.id())).orElseThrow();
        var form = "/desk/appeals/" + appeal.id().value() + "/decide";
        steps.giveRole(castell, "APPEALS");
        steps.giveRole(marrow, "APPEALS");

        var by = steps.opened("caseworker", 1, layla);
        var one = by.decide(form, Map.of("choice", "UPHOLD", "reason", "It was right."));
        var registrar = Visitor.asOfficer(port, "registrar");
        registrar.get(layla.address());
        registrar.post(layla.address() + "/open", Map.of("purpose", "APPEAL"));
        var other = registrar.decide(form, Map.of("choice", "UPHOLD", "reason", "It was right."));

        assertThat(by.get("/desk/appeals").text()).contains("You had a hand in it");
        assertThat(one.text()).contains("Another officer has to decide this");
        assertThat(other.text()).contains("Another officer has to decide this");
        assertThat(stage(layla)).isEqualTo(Stage.APPEALED);
        steps.takeRole(castell, "APPEALS");
        steps.takeRole(marrow, "APPEALS");
    }

    @Test
    void of_two_who_decide_an_appeal_at_once_one_is_told_it_has_moved_on() {
        var layla = steps.appealed(false);
        var corvin = steps.opened("appeals", 2, layla);
        var form = corvin.get(layla.address()).find("href=\"(/desk/appeals/[0-9a-f-]+/decide)\"");
        corvin.get(form);

        steps.decideAppeal(1, layla.address(), "OVERTURN");
        var second = corvin.decide(form, Map.of("choice", "UPHOLD", "reason", "It was right."));

        assertThat(second.text()).contains("This case has moved on");
        assertThat(stage(layla)).isEqualTo(Stage.APPROVED);
    }

    @Test
    void an_appeal_is_sent_once_and_by_nobody_else() {
        var layla = steps.refused();
        var message = steps.newest(layla);
        var stranger = Visitor.asPerson(port, "stranger-" + UUID.randomUUID() + "@example.org");

        assertThat(stranger.get(message + "/appeal").status()).isEqualTo(404);
        assertThat(stranger.post(message + "/appeal", Map.of("words", "x")).status())
                .isEqualTo(404);
        layla.person().get(message + "/appeal");
        var empty = layla.person().post(message + "/appeal", Map.of("words", " "));
        steps.appeal(layla.person(), message, false);
        layla.person().post(message + "/appeal", Map.of("words", "Again."));

        assertThat(empty.text()).contains("Say what is wrong with the decision");
        assertThat(layla.person().get(message).text()).contains("1944").doesNotContain("Again.");
        assertThat(layla.person().get(message + "/appeal").text()).contains("There is nothing to appeal against here");
    }

    @Test
    void what_was_typed_before_the_session_ended_stands_in_the_form_again() {
        var who = SomeApplicant.layla("kept-" + UUID.randomUUID() + "@example.org");
        var layla = steps.refused(who);
        var form = steps.newest(layla) + "/appeal";
        var yours = layla.person().get(form).find("name=\"yours\" value=\"([^\"]+)\"");
        jdbc.sql("delete from spring_session").update();

        var asked = layla.person()
                .post(form, Map.of("words", "The parish burned down.", "hearing", "true", "yours", yours));
        assertThat(asked.path()).startsWith("/sign-in");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
        layla.person().get("/demo");
        layla.person().post("/demo/person", Map.of("email", who.email()));
        var again = layla.person().get(form);

        assertThat(again.body())
                .contains("The parish burned down.</textarea>")
                .containsPattern("value=\"true\" checked");
        assertThat(again.text()).contains("still here");
    }

    @Test
    void papers_can_be_added_while_an_appeal_runs_and_the_application_be_withdrawn() {
        var layla = steps.appealed(true);
        var file = new Visitor.Upload("a.jpg", "image/jpeg", SomeFile.photo(500, 400));

        layla.person().get("/apply/documents/birth-record");
        layla.person().upload("/apply/documents/birth-record", Map.of(), "file", file);
        assertThat(steps.opened("appeals", 1, layla).get(layla.address()).text())
                .contains("The person’s appeal")
                .doesNotContain("The person sent no papers.");
        layla.person().get("/home/withdraw");
        layla.person().post("/home/withdraw", Map.of());

        assertThat(stage(layla)).isEqualTo(Stage.WITHDRAWN);
        soon(() -> appeals.openAbout(Subject.of(layla.id())).isEmpty());
    }

    @Test
    void only_those_who_hear_appeals_open_their_list_and_they_open_nothing_for_another_purpose() {
        var layla = steps.appealed(false);

        assertThat(Visitor.asOfficer(port, "caseworker").get("/desk/appeals").status())
                .isEqualTo(403);
        var hallam = Visitor.asOfficer(port, "appeals");
        hallam.get(layla.address());
        var opened = hallam.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        var decided = hallam.post(layla.address() + "/decide", Map.of("verdict", "approve"));

        assertThat(opened.text()).contains("Choose why you open it").doesNotContain("MIRAN");
        assertThat(decided.status()).isEqualTo(403);
    }

    @Test
    void an_appeal_after_the_last_day_is_told_so_and_one_before_it_counts() {
        var late = steps.refused();
        var early = steps.refused();
        var form = steps.newest(late) + "/appeal";
        late.person().get(form);
        var end = Decision.endOf(java.util.Objects.requireNonNull(
                decisions.about(Subject.of(late.id())).getFirst().answerUntil()));

        ((AdvancingClock) clock)
                .advanceBy(Duration.between(clock.instant(), end).minusMinutes(5));
        steps.appeal(early.person(), steps.newest(early), false);
        ((AdvancingClock) clock)
                .advanceBy(Duration.between(clock.instant(), end).plusSeconds(1));
        var answer = late.person().post(form, Map.of("words", "The parish burned down."));

        assertThat(stage(early)).isEqualTo(Stage.APPEALED);
        assertThat(answer.text()).contains("The time to appeal is over", "What you wrote was not sent");
        assertThat(stage(late)).isEqualTo(Stage.REFUSED);
    }

    @Test
    void a_suspension_that_was_wrong_is_undone_on_appeal() {
        var layla = someCard.holder(port, SomeApplicant.layla("appeal-" + UUID.randomUUID() + "@example.org"));
        measure(layla, "SUSPEND", "copied");
        steps.appeal(layla.visitor(), newest(layla), false);

        steps.decideAppeal(1, address(layla), "OVERTURN");

        assertThat(cards.find(layla.card().id()).orElseThrow().stage()).isEqualTo(CardStage.ACTIVE);
        assertThat(layla.visitor().get(newest(layla)).text()).contains("Your appeal: you were right");
    }

    @Test
    void a_card_that_was_revoked_wrongly_stays_revoked_and_another_takes_its_place() {
        var layla = revoked();
        steps.appeal(layla.visitor(), newest(layla), false);

        steps.decideAppeal(1, address(layla), "OVERTURN");

        soon(() -> !cards.of(layla.card().application())
                .orElseThrow()
                .id()
                .equals(layla.card().id()));
        var other = cards.of(layla.card().application()).orElseThrow();
        assertThat(other.stage()).isEqualTo(CardStage.ACTIVE);
        assertThat(other.number()).isNotEqualTo(layla.card().number());
        assertThat(other.validUntil()).isEqualTo(layla.card().validUntil());
        assertThat(cards.find(layla.card().id()).orElseThrow().stage()).isEqualTo(CardStage.REVOKED);
        assertThat(layla.visitor().get("/card").body()).contains(other.number().printed("UTO"));
    }

    @Test
    void a_revocation_that_was_right_stands() {
        var layla = revoked();
        steps.appeal(layla.visitor(), newest(layla), false);

        steps.decideAppeal(1, address(layla), "UPHOLD");

        assertThat(cards.of(layla.card().application()).orElseThrow().stage()).isEqualTo(CardStage.REVOKED);
        assertThat(layla.visitor().get(newest(layla)).text()).contains("Your appeal: the decision stands");
    }

    private Holder revoked() {
        var layla = someCard.holder(port, SomeApplicant.layla("appeal-" + UUID.randomUUID() + "@example.org"));
        measure(layla, "ANNOUNCE_REVOCATION", "no-ground");
        var notice = newest(layla);
        layla.visitor().get(notice);
        layla.visitor().post(notice, Map.of("words", "There is one card only."));
        measure(layla, "REVOKE", "no-ground");
        var oriel = steps.opened("supervisor", 1, address(layla));
        oriel.decide(oriel.get(address(layla)).find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());
        assertThat(cards.find(layla.card().id()).orElseThrow().stage()).isEqualTo(CardStage.REVOKED);
        return layla;
    }

    private void measure(Holder layla, String measure, String cause) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(address(layla));
        castell.post(address(layla) + "/open", Map.of("purpose", "CARD_CARE"));
        castell.decide(
                address(layla) + "/measure",
                Map.of("measure", measure, "cause", cause, "reason", "Two cards on one record."));
    }

    private static String address(Holder layla) {
        return "/desk/cards/" + layla.card().id().value();
    }

    private static String newest(Holder layla) {
        return layla.visitor().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
    }

    private int keptUntil(Opened layla) {
        return jdbc.sql("select count(*) from kept_until where application = ?")
                .param(layla.id().value())
                .query(Integer.class)
                .single();
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }

    private static void soon(BooleanSupplier condition) {
        var patience = java.time.Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(java.time.Instant.now()).as("it happens soon").isBefore(patience);
            Thread.onSpinWait();
        }
    }
}
