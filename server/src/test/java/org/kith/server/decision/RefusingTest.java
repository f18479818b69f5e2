package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.identity.SomeFile;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Lesson 7: an application is refused by a numbered decision on a ground that its person was heard on, or not at all.
/// The clock is set forward, so this is a server apart.
@TestPropertySource(properties = "kith.test=days pass")
class RefusingTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    Notices notices;

    @Autowired
    GoOn goOn;

    @Autowired
    Clock clock;

    private CaseSteps steps;

    @BeforeEach
    void steps() {
        steps = new CaseSteps(port, cases, jdbc);
    }

    @Test
    void nobody_is_refused_without_a_notice_whatever_form_is_sent() {
        var layla = steps.takenUp();
        var castell = steps.opened("caseworker", 1, layla);

        assertThat(castell.get(layla.address()).text()).doesNotContain("You can refuse");
        var answer = steps.refuse(castell, layla, "descent");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("They have not been heard on this");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(verdicts(layla)).isEmpty();
    }

    @Test
    void nobody_is_refused_while_their_time_to_answer_runs() {
        var layla = steps.announced();

        var answer = steps.refuse(steps.opened("caseworker", 1, layla), layla, "descent");

        assertThat(answer.text()).contains("This case has moved on");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_ANNOUNCED);
    }

    @Test
    void whoever_was_heard_can_be_refused_with_the_reason_the_cure_and_a_time_to_appeal() {
        var layla = steps.heard();
        var castell = steps.opened("caseworker", 1, layla);

        assertThat(castell.get(layla.address() + "/refuse").text())
                .contains("She married in 1955.", "The register names another family.");
        steps.refuse(castell, layla, "descent");

        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
        var refusal = last(layla);
        assertThat(refusal.verdict()).isEqualTo(Verdict.REFUSE);
        assertThat(refusal.answerUntil()).isEqualTo(today().plusDays(60));
        assertThat(decisions.words(refusal).orElseThrow().trace()).contains("ground descent");
        assertThat(layla.person().get("/home").text()).contains("Your application is refused");
        assertThat(layla.person().get(steps.newest(layla)).text())
                .contains("Your application is refused", refusal.number().printed())
                .contains("The reply names no record.", "The parish register.");
        assertThat(layla.person().reading("ar").get("/home").text()).contains("رُفض طلبك");
        layla.person().reading("en");
    }

    @Test
    void a_notice_on_one_ground_hears_nobody_on_another() {
        var layla = steps.heard();

        var answer = steps.refuse(steps.opened("caseworker", 1, layla), layla, "culture");

        assertThat(answer.text()).contains("They have not been heard on this");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void after_hearing_them_the_officer_may_ask_again_or_approve() {
        var layla = steps.heard();

        steps.decide(
                layla, Map.of("verdict", "more", "why", "missing", "papers", "birth-record", "reason", "All of it."));
        assertThat(stage(layla)).isEqualTo(Stage.MORE_ASKED);
        steps.reply(layla, "Here it is.");
        steps.decide(layla, Map.of("verdict", "approve", "ground", "descent", "reason", "The record names her."));

        assertThat(stage(layla)).isEqualTo(Stage.APPROVAL_PROPOSED);
    }

    @Test
    void a_reply_may_be_papers_and_no_words() {
        var layla = steps.announced();

        layla.person().get("/apply/documents/birth-record");
        var file = new Visitor.Upload("a.jpg", "image/jpeg", SomeFile.photo(500, 400));
        layla.person().upload("/apply/documents/birth-record", Map.of(), "file", file);
        steps.reply(layla, "");

        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        var castell = steps.opened("caseworker", 1, layla);
        assertThat(castell.get(layla.address()).text()).contains("Without words; see the papers.");
        steps.refuse(castell, layla, "descent");
        assertThat(decisions.words(last(layla)).orElseThrow().lookedAt()).contains("birth-record");
    }

    @Test
    void a_notice_that_was_taken_back_hears_nobody() {
        var layla = steps.announced();
        var castell = steps.opened("caseworker", 1, layla);

        steps.withdrawNotice(castell, layla);

        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(layla.person().get(steps.newest(layla)).text())
                .contains("The notice is taken back", "It named the wrong register.");
        after(Duration.ofDays(90));
        assertThat(kinds(layla)).isEmpty();
        assertThat(steps.refuse(castell, layla, "descent").text()).contains("They have not been heard on this");
        assertThat(castell.get(layla.address()).text()).contains("Corrected by D ");
    }

    @Test
    void an_answer_to_a_notice_that_was_taken_back_is_told_so() {
        var layla = steps.announced();
        var message = steps.newest(layla);
        layla.person().get(message);
        steps.withdrawNotice(steps.opened("caseworker", 1, layla), layla);

        var answer = layla.person().post(message, Map.of("words", "She married in 1955."));

        assertThat(answer.text()).contains("This cannot be answered any more");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void whoever_let_their_time_pass_can_be_refused_after_two_reminders() {
        var layla = steps.announced();
        var castell = steps.opened("caseworker", 1, layla);

        after(Duration.ofDays(15));
        after(Duration.ofDays(11));
        after(Duration.ofDays(5));
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        steps.refuse(castell, layla, "descent");

        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
    }

    @Test
    void a_refusal_is_final_after_two_reminders_and_its_person_may_apply_again() {
        var layla = steps.heard();
        steps.refuse(steps.opened("caseworker", 1, layla), layla, "descent");

        after(Duration.ofDays(47));
        after(Duration.ofDays(11));
        assertThat(kinds(layla)).containsExactly(NoticeKind.APPEAL_DUE, NoticeKind.APPEAL_DUE);
        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
        assertThat(keptUntil(layla)).isZero();
        after(Duration.ofDays(5));

        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_FINAL);
        assertThat(kinds(layla)).startsWith(NoticeKind.APPEAL_TIME_OVER);
        assertThat(keptUntil(layla)).isEqualTo(2);
        assertThat(layla.person().get("/home").text()).contains("Start your application");
        layla.person().post("/apply/start", Map.of());
        assertThat(applications.openOf(
                        applications.find(layla.id()).orElseThrow().person()))
                .isPresent();
    }

    @Test
    void a_case_that_its_person_withdrew_is_not_decided() {
        var layla = steps.heard();
        var castell = steps.opened("caseworker", 1, layla);
        castell.get(layla.address() + "/refuse");
        layla.person().get("/home/withdraw");
        layla.person().post("/home/withdraw", Map.of());

        var answer = steps.refuse(castell, layla, "descent");

        assertThat(answer.text()).contains("This case has moved on");
        assertThat(stage(layla)).isEqualTo(Stage.WITHDRAWN);
        assertThat(verdicts(layla)).containsExactly(Verdict.ANNOUNCE_REFUSAL);
    }

    @Test
    void of_two_who_refuse_and_approve_at_once_one_is_told() {
        var layla = steps.heard();
        var castell = steps.opened("caseworker", 1, layla);
        var varga = steps.opened("caseworker", 2, layla);

        steps.refuse(castell, layla, "descent");
        var answer = varga.decide(
                layla.address() + "/decide",
                Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));

        assertThat(answer.text()).contains("This case has moved on");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
    }

    @Test
    void a_form_with_gaps_comes_back_with_what_was_typed() {
        var layla = steps.heard();
        var castell = steps.opened("caseworker", 1, layla);
        castell.get(layla.address() + "/refuse");

        var answer = castell.post(layla.address() + "/refuse", Map.of("reason", "Not <b>enough</b>"));

        assertThat(answer.text())
                .contains("Choose the ground", "Say what would change the answer", "Not <b>enough</b>");
        assertThat(answer.body()).doesNotContain("<b>enough</b>");
    }

    @Test
    void nobody_refuses_what_they_have_not_opened() {
        var layla = steps.heard();
        var varga = Visitor.asOfficer(port, "caseworker", 2);

        var form = varga.get(layla.address() + "/refuse");
        varga.get(layla.address());
        var answer = varga.post(
                layla.address() + "/refuse", Map.of("ground", "descent", "reason", "No.", "cure", "A record."));

        assertThat(form.text()).contains("Why do you open this?").doesNotContain("MIRAN");
        assertThat(answer.text()).contains("Why do you open this?");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    private void after(Duration time) {
        ((AdvancingClock) clock).advanceBy(time);
        goOn.round();
    }

    private List<NoticeKind> kinds(Opened layla) {
        var person = applications.find(layla.id()).orElseThrow().person();
        return notices.of(person).stream()
                .map(Notices.Notice::kind)
                .filter(kind -> kind.name().startsWith("APPEAL"))
                .toList();
    }

    private int keptUntil(Opened layla) {
        return jdbc.sql("select count(*) from kept_until where application = ?")
                .param(layla.id().value())
                .query(Integer.class)
                .single();
    }

    private List<Verdict> verdicts(Opened layla) {
        return decisions.about(Subject.of(layla.id())).stream()
                .map(Decision::verdict)
                .toList();
    }

    private Decision last(Opened layla) {
        return decisions.about(Subject.of(layla.id())).getFirst();
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
