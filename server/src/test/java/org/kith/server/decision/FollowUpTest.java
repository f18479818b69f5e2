package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.kith.server.notify.Notices.Notice;
import org.kith.server.time.AdvancingClock;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Lessons 19 and 34: what more is needed comes from a published list, in the person's language, with a day that
/// one press of a button puts off; and no day ends anything in silence. The clock is set forward, in a server apart.
@TestPropertySource(properties = "kith.test=days pass")
class FollowUpTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    GoOn goOn;

    @Autowired
    Notices notices;

    @Autowired
    Clock clock;

    @Test
    void what_is_missing_stands_on_the_persons_page_in_their_language_with_its_last_day() {
        var layla = asked(Map.of("why", "cut-off", "papers", "birth-record", "questions", "birth_place"));
        var until = question(layla).answerUntil();

        var home = layla.person().reading("ar").get("/home");
        var message = layla.person().get(message(layla));

        assertThat(home.body()).contains("dir=\"rtl\"");
        assertThat(home.text()).contains("ما ينقص، وحتى متى", "أضف: ", "قل المزيد عن: ");
        assertThat(message.text()).contains("ينقص جزء أو صفحة مما أرسلته.").doesNotContain("A part or a page");
        layla.person().reading("en");
        assertThat(layla.person().get("/home").text())
                .contains("What is missing, and by when", "Add: ", "Say more about: ", "By ", "" + until.getYear())
                .contains("nothing is refused for that alone");
    }

    @Test
    void a_paper_that_was_added_is_missing_no_more() {
        var layla = asked(Map.of("why", "missing", "papers", "birth-record"));
        assertThat(layla.person().get("/home").body()).doesNotContain(">Done</div>");

        var file = new Visitor.Upload("a.jpg", "image/jpeg", org.kith.server.identity.SomeFile.photo(500, 400));
        layla.person().get("/apply/documents/birth-record");
        layla.person().upload("/apply/documents/birth-record", Map.of(), "file", file);

        assertThat(layla.person().get("/home").body()).contains("Add: ").containsPattern("status\">\\s*Done\\s*</div>");
    }

    @Test
    void an_officer_can_ask_for_nothing_that_is_not_in_the_programme_whatever_form_they_send() {
        var layla = takenUp(cases.confirmed(port, someone()));

        var paper = decide(layla, Map.of("verdict", "more", "why", "missing", "papers", "bank-statement"));
        var question = decide(layla, Map.of("verdict", "more", "why", "missing", "questions", "religion"));
        var reason = decide(layla, Map.of("verdict", "more", "why", "because", "papers", "birth-record"));

        assertThat(paper.text()).contains("The programme asks for no such paper");
        assertThat(question.text()).contains("The programme asks for no such paper");
        assertThat(reason.text()).contains("Choose why it is needed");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void one_press_gives_more_time_as_often_as_the_programme_says_and_a_second_press_nothing() {
        var layla = asked(Map.of("why", "missing", "papers", "birth-record"));
        var first = question(layla).answerUntil();

        more(layla, first);
        more(layla, first);
        assertThat(question(layla).answerUntil()).isEqualTo(first.plusDays(28));
        assertThat(layla.person().get("/home").text()).contains("You can do this once.");
        more(layla, first.plusDays(28));
        assertThat(question(layla).answerUntil()).isEqualTo(first.plusDays(56));
        assertThat(layla.person().get(message(layla)).text()).contains("You have had all the extra time");
        var refused = more(layla, first.plusDays(56));

        assertThat(refused.text()).contains("There is no more time to give", "2 times");
        assertThat(question(layla).answerUntil()).isEqualTo(first.plusDays(56));
        assertThat(deeds(layla, "TIME_EXTENDED")).isEqualTo(2);
    }

    @Test
    void nobody_gives_another_person_more_time() {
        var layla = asked(Map.of("why", "missing", "papers", "birth-record"));
        var until = question(layla).answerUntil();
        var stranger = Visitor.asPerson(port, "other-" + UUID.randomUUID() + "@example.org");
        stranger.get("/home");

        var answer = stranger.post(message(layla) + "/more-time", Map.of("until", until.toString()));

        assertThat(answer.text()).contains("Nothing waits for you here");
        assertThat(question(layla).answerUntil()).isEqualTo(until);
    }

    @Test
    void silence_refuses_nothing_the_case_goes_on_after_two_reminders() {
        var layla = asked(Map.of("why", "missing", "papers", "birth-record"));

        after(Duration.ofDays(45));
        assertThat(kinds(layla)).isEmpty();
        after(Duration.ofDays(2));
        assertThat(kinds(layla)).containsExactly(NoticeKind.ANSWER_DUE);
        after(Duration.ofDays(9));
        assertThat(kinds(layla)).hasSize(1);
        after(Duration.ofDays(2));
        assertThat(kinds(layla)).containsExactly(NoticeKind.ANSWER_DUE, NoticeKind.ANSWER_DUE);
        assertThat(stage(layla)).isEqualTo(Stage.MORE_ASKED);
        var last = question(layla).answerUntil();
        after(Duration.ofDays(5));

        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(kinds(layla).getFirst()).isEqualTo(NoticeKind.ANSWER_TIME_OVER);
        assertThat(deeds(layla, "ANSWER_TIME_OVER")).isEqualTo(1);
        var more = more(layla, last);
        assertThat(more.text()).contains("Nothing waits for you here");
    }

    @Test
    void whoever_is_not_heard_on_a_notice_is_not_refused_either() {
        var layla = takenUp(cases.confirmed(port, someone()));
        decide(
                layla,
                Map.of("verdict", "refuse", "ground", "descent", "reason", "Another family.", "cure", "A record."));
        assertThat(layla.person().get("/home").text()).contains("Read why the answer may be no, and reply");

        after(Duration.ofDays(15));
        after(Duration.ofDays(11));
        after(Duration.ofDays(5));

        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(kinds(layla))
                .containsExactly(NoticeKind.ANSWER_TIME_OVER, NoticeKind.ANSWER_DUE, NoticeKind.ANSWER_DUE);
    }

    @Test
    void more_time_moves_the_reminders_and_the_end() {
        var layla = asked(Map.of("why", "missing", "papers", "birth-record"));
        var first = question(layla).answerUntil();
        after(Duration.ofDays(47));
        assertThat(kinds(layla)).hasSize(1);

        more(layla, first);
        after(Duration.ofDays(20));
        assertThat(stage(layla)).isEqualTo(Stage.MORE_ASKED);
        assertThat(kinds(layla)).hasSize(1);
        after(Duration.ofDays(8));
        assertThat(kinds(layla)).hasSize(2);
        after(Duration.ofDays(11));
        after(Duration.ofDays(5));

        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void where_the_reminder_comes_late_the_end_does_too() {
        var layla = asked(Map.of("why", "missing", "papers", "birth-record"));

        after(Duration.ofDays(200));

        assertThat(stage(layla)).isEqualTo(Stage.MORE_ASKED);
        assertThat(notices.of(person(layla)).getFirst().day())
                .isEqualTo(question(layla).answerUntil());
        after(Duration.ofDays(2));
        assertThat(stage(layla)).isEqualTo(Stage.MORE_ASKED);
        after(Duration.ofDays(3));
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void a_day_that_is_over_cannot_be_put_off() {
        var layla = asked(Map.of("why", "missing", "papers", "birth-record"));
        var last = question(layla).answerUntil();
        ((AdvancingClock) clock).advanceBy(Duration.ofDays(62));

        var answer = more(layla, last);

        assertThat(answer.text()).contains("The last day is over");
        assertThat(question(layla).answerUntil()).isEqualTo(last);
    }

    @Test
    void mails_about_a_day_say_nothing_of_it() {
        var layla = asked(Map.of("why", "missing", "papers", "birth-record"));
        after(Duration.ofDays(47));

        var letters = jdbc.sql("select letter, content from outbox where person = ?")
                .param(person(layla).value())
                .query((row, number) -> row.getString("letter") + row.getObject("content"))
                .list();

        assertThat(letters).isNotEmpty().allMatch(letter -> letter.equals("NEWSnull"));
    }

    private Opened asked(Map<String, String> what) {
        var layla = takenUp(cases.confirmed(port, someone()));
        var form = new java.util.HashMap<>(what);
        form.put("verdict", "more");
        decide(layla, form);
        assertThat(stage(layla)).isEqualTo(Stage.MORE_ASKED);
        return layla;
    }

    private Visitor.Answer more(Opened layla, LocalDate until) {
        layla.person().get("/home");
        return layla.person().post(message(layla) + "/more-time", Map.of("until", until.toString()));
    }

    private String message(Opened layla) {
        return "/messages/" + question(layla).id().value();
    }

    private Decision question(Opened layla) {
        return decisions.about(Subject.of(layla.id())).getFirst();
    }

    private Visitor.Answer decide(Opened layla, Map<String, String> form) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(layla.address());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        return castell.decide(layla.address() + "/decide", form);
    }

    private Opened takenUp(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        return layla;
    }

    private void after(Duration time) {
        ((AdvancingClock) clock).advanceBy(time);
        goOn.round();
    }

    private List<NoticeKind> kinds(Opened layla) {
        return notices.of(person(layla)).stream().map(Notice::kind).toList();
    }

    private int deeds(Opened layla, String deed) {
        return jdbc.sql("select count(*) from journal where deed = ? and case_id = ?")
                .params(deed, layla.id().value())
                .query(Integer.class)
                .single();
    }

    private PersonId person(Opened layla) {
        return applications.find(layla.id()).orElseThrow().person();
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("follow-" + UUID.randomUUID() + "@example.org");
    }
}
