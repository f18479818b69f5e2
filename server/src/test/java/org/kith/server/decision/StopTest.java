package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.card.CardStage;
import org.kith.server.card.Cards;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Courts that stop a case, and let it go on.
class StopTest extends ServerTest {
    private static final Map<String, String> ORDER = Map.of(
            "authority",
            "Court of Amaurot",
            "reference",
            "4 C 12/26",
            "reason",
            "Heirs dispute <b>who</b> was born there.");

    @Autowired
    SomeCase cases;

    @Autowired
    SomeCard someCard;

    @Autowired
    Cards cards;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    Stopping stopping;

    @Autowired
    GoOn goOn;

    @Autowired
    AdvancingClock clock;

    @Test
    void while_a_court_stops_a_case_nothing_is_decided_in_it() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        put(layla, ORDER);

        assertThat(castell.decide(layla.address() + "/decide", CaseDesk.REFUSAL).text())
                .contains("A court has stopped this case");
        assertThat(castell.decide(layla.address() + "/decide", CaseDesk.APPROVAL)
                        .text())
                .contains("A court has stopped this case");
        assertThat(decisions.about(Subject.of(layla.id()))).isEmpty();
        assertThat(castell.get(layla.address()).text())
                .contains("Court of Amaurot", "4 C 12/26", "Heirs dispute <b>who</b> was born there.");
    }

    @Test
    void what_waited_for_a_second_signature_waits_on() {
        var layla = cases.confirmed(port, someone());
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.APPROVAL);
        put(layla, ORDER);

        var oriel = new CaseDesk(port).signer(layla);
        var sign = oriel.get(layla.address()).find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\"");
        assertThat(oriel.decide(sign, Map.of()).text()).contains("A court has stopped this case");
        assertThat(stage(layla)).isEqualTo(Stage.APPROVAL_PROPOSED);

        lift(layla);
        oriel.get(layla.address());
        oriel.decide(sign, Map.of());
        assertThat(stage(layla)).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_person_sees_who_stopped_it_and_why_and_that_it_goes_on() {
        var layla = cases.confirmed(port, someone());
        put(layla, ORDER);

        var message = layla.person().get("/messages").find("href=\"(/messages/stops/[0-9a-f-]{36})\"");
        var shown = layla.person().get(message);
        assertThat(shown.text())
                .contains("A court has stopped your case", "Court of Amaurot", "4 C 12/26")
                .contains("Heirs dispute <b>who</b> was born there.");
        assertThat(shown.body()).doesNotContain("<b>who</b>");
        var other = Visitor.asPerson(port, "other-" + UUID.randomUUID() + "@example.org");
        assertThat(other.get(message).status()).isEqualTo(404);

        lift(layla);
        assertThat(layla.person().get(message).text())
                .contains("The stop on your case is lifted", "The court took it back.");
    }

    @Test
    void no_time_to_answer_runs_out_while_it_stands_and_the_days_come_back() {
        var layla = cases.confirmed(port, someone());
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.REFUSAL);
        var until = decisions.about(Subject.of(layla.id())).getFirst().answerUntil();
        put(layla, ORDER);

        clock.advanceBy(Duration.ofDays(60));
        goOn.round();
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_ANNOUNCED);
        lift(layla);

        assertThat(decisions.about(Subject.of(layla.id())).getFirst().answerUntil())
                .isAfterOrEqualTo(until.plusDays(60));
        goOn.round();
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_ANNOUNCED);
        assertThat(layla.person().get(CaseDesk.message(layla)).text()).contains("Your answer");
    }

    @Test
    void where_the_order_forbids_it_its_person_is_told_later_and_the_journal_shows_it_later() {
        var layla = cases.confirmed(port, someone());
        var order = new HashMap<>(ORDER);
        order.put("hidden", "30");
        put(layla, order);
        assertThat(layla.person().get("/messages").text()).doesNotContain("A court has stopped");
        assertThat(mails(layla)).isZero();

        clock.advanceBy(Duration.ofDays(31));
        stopping.tellThoseWhoMayKnow();

        assertThat(layla.person().get("/messages").text()).contains("A court has stopped your case");
        assertThat(mails(layla)).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select visible_from - at > interval '29 days' from journal where deed = 'CASE_STOPPED' and case_id = ?")
                        .param(layla.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void nobody_is_kept_in_the_dark_for_longer_than_the_programme_allows() {
        var layla = cases.confirmed(port, someone());
        var order = new HashMap<>(ORDER);
        order.put("hidden", "61");

        assertThat(put(layla, order).text()).contains("does not let a person wait so long");
        assertThat(isStopped(layla)).isFalse();
    }

    @Test
    void a_caseworker_alone_neither_stops_a_case_nor_lets_it_go_on() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        castell.get(stopOf(layla));

        assertThat(castell.post(stopOf(layla), ORDER).text()).contains("A supervisor has to do this");
        put(layla, ORDER);
        var lift = castell.get(stopOf(layla)).find("action=\"(/desk/stops/[0-9a-f-]{36}/lift)\"");
        assertThat(castell.post(lift, Map.of("why", "No.")).text()).contains("A supervisor has to do this");
        assertThat(isStopped(layla)).isTrue();
    }

    @Test
    void what_has_not_been_opened_with_a_purpose_is_not_stopped() {
        var layla = cases.confirmed(port, someone());
        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get("/desk/signatures");

        oriel.post(stopOf(layla), ORDER);

        assertThat(isStopped(layla)).isFalse();
    }

    @Test
    void an_order_without_its_court_its_reference_and_its_reason_is_not_taken() {
        var layla = cases.confirmed(port, someone());

        assertThat(put(layla, Map.of("authority", " ", "hidden", "many")).text())
                .contains("Name the court or authority", "Give the reference", "Give the reason", "a number of days");
        assertThat(isStopped(layla)).isFalse();
    }

    @Test
    void nothing_is_taken_of_a_card_that_a_court_has_stopped() {
        var layla = someCard.holder(port, someone());
        var card = "/desk/cards/" + layla.card().id().value();
        var oriel = opened(card, "supervisor");
        oriel.get(card);
        oriel.post("/desk/stops/card/" + layla.card().id().value(), ORDER);

        var castell = opened(card, "caseworker");
        var answer = castell.decide(
                card + "/measure", Map.of("measure", "SUSPEND", "cause", "copied", "reason", "Two of it were seen."));

        assertThat(answer.text()).contains("A court has stopped this");
        assertThat(cards.find(layla.card().id()).orElseThrow().stage()).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void its_words_lie_sealed_and_no_journal_holds_them() {
        var layla = cases.confirmed(port, someone());
        put(layla, ORDER);

        assertThat(jdbc.sql("select count(*) from stop where position(convert_to('Amaurot', 'UTF8') in sealed) > 0")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select deed from journal where case_id = ?")
                        .param(layla.id().value())
                        .query(String.class)
                        .list())
                .contains("CASE_STOPPED");
    }

    private Visitor.Answer put(Opened layla, Map<String, String> order) {
        var oriel = new CaseDesk(port).signer(layla);
        oriel.get(stopOf(layla));
        return oriel.post(stopOf(layla), order);
    }

    private void lift(Opened layla) {
        var oriel = new CaseDesk(port).signer(layla);
        var lift = oriel.get(stopOf(layla)).find("action=\"(/desk/stops/[0-9a-f-]{36}/lift)\"");
        oriel.post(lift, Map.of("why", "The court took it back."));
        assertThat(isStopped(layla)).isFalse();
    }

    private Visitor opened(String card, String role) {
        var officer = Visitor.asOfficer(port, role);
        officer.get(card);
        officer.post(card + "/open", Map.of("purpose", "CARD_CARE"));
        return officer;
    }

    private static String stopOf(Opened layla) {
        return "/desk/stops/application/" + layla.id().value();
    }

    private int mails(Opened layla) {
        return jdbc.sql(
                        "select count(*) from outbox join stop on stop.person = outbox.person where stop.subject = ? and outbox.created >= stop.made_at")
                .param(layla.id().value())
                .query(Integer.class)
                .single();
    }

    private boolean isStopped(Opened layla) {
        return jdbc.sql("select exists (select from stop where subject = ? and state in ('STANDS', 'LIFT_PROPOSED'))")
                .param(layla.id().value())
                .query(Boolean.class)
                .single();
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("stop-" + UUID.randomUUID() + "@example.org");
    }
}
