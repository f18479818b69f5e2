package org.kith.server.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.SomeOfficers;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingResult;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.centre.VisitKind;
import org.kith.server.decision.Adjudication;
import org.kith.server.decision.DecisionResult;
import org.kith.server.decision.Finding;
import org.kith.server.decision.Requirement;
import org.kith.server.staff.Role;
import org.kith.server.talk.MarkingResult.AnotherCentre;
import org.kith.server.talk.MarkingResult.MarkedAlready;
import org.kith.server.talk.MarkingResult.NotFilledIn;
import org.kith.server.talk.MarkingResult.NotNow;
import org.kith.server.talk.MarkingResult.Noted;
import org.kith.server.talk.MarkingResult.OthersMark;
import org.kith.server.talk.MarkingResult.TooEarly;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Lesson 26: a talk is no exam. What is looked at is published, two mark it apart, a certificate counts instead, and
/// whoever does not pass talks again.
/// On a server of its own: it sets the clock forward.
@TestPropertySource(properties = "kith.test=talks")
class TalkTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    SomeOfficers officers;

    @Autowired
    Applications applications;

    @Autowired
    Bookings bookings;

    @Autowired
    Centres centres;

    @Autowired
    Slots slots;

    @Autowired
    Reservation reservation;

    @Autowired
    Marking marking;

    @Autowired
    Talks talks;

    @Autowired
    TalkRules rules;

    @Autowired
    Adjudication adjudication;

    @Autowired
    AdvancingClock clock;

    @Test
    void anyone_reads_beforehand_what_is_looked_at_and_what_counts_instead() {
        var page = Visitor.at(port).get("/talk");

        assertThat(page.text())
                .contains("It is not an exam", "You understand what is said to you", "10 of 20", "How it is marked")
                .contains("This service itself records nothing");
    }

    @Test
    void whoever_belongs_by_language_books_a_talk_and_two_who_mark_it_apart_let_them_pass() {
        var layla = takenUp(noForebear());
        assertThat(layla.person().get("/home").text()).contains("Choose a time for a talk");
        var booking = arrived(layla);
        var one = examiner();
        var other = examiner();

        assertThat(marking.mark(booking, marks(4), one)).isEqualTo(new Noted(TalkState.OPEN));
        assertThat(layla.person().get("/talk").text())
                .contains("Not marked yet")
                .doesNotContain("16");
        assertThat(marking.mark(booking, marks(3), other)).isEqualTo(new Noted(TalkState.PASSED));

        assertThat(bookings.find(booking).orElseThrow().state()).isEqualTo(BookingState.SEEN);
        assertThat(layla.person().get("/talk").text())
                .contains("Passed", "4 of 5", "3 of 5", "You <b>sang</b> well.", "You agreed to a recording");
        assertThat(layla.person().get("/talk").body()).doesNotContain("<b>sang</b>");
        var castell = caseworker(layla);
        assertThat(castell.get(layla.address()).text())
                .contains("A talk on language and culture: passed, on", "by 2 examiners");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(sealed(layla)).noneMatch(row -> row.contains("sang"));
    }

    @Test
    void nobody_is_approved_on_a_ground_that_needs_a_talk_before_one_is_passed() {
        var layla = takenUp(noForebear());
        var officer = officers.caseworkers(1).getFirst();

        var refused = adjudication.decide(layla.id(), new Finding.Approval("culture", "She sings."), officer);

        assertThat(refused).isEqualTo(new DecisionResult.NotReady(java.util.Set.of(Requirement.TALK_SETTLED)));
        assertThat(rules.isSettled(application(layla), "descent", List.of())).isTrue();
        assertThat(rules.isSettled(application(layla), "culture", List.of("language-certificate")))
                .isTrue();
        pass(layla);
        assertThat(adjudication.decide(layla.id(), new Finding.Approval("culture", "She sings."), officer))
                .isInstanceOfAny(DecisionResult.Decided.class, DecisionResult.Proposed.class);
    }

    @Test
    void whoever_did_not_pass_is_refused_nothing_and_talks_again_after_the_days_that_are_published() {
        var layla = takenUp(noForebear());
        var booking = arrived(layla);
        marking.mark(booking, marks(1), examiner());
        var result = marking.mark(booking, marks(2), examiner());

        assertThat(result).isEqualTo(new Noted(TalkState.NOT_PASSED));
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(layla.person().get("/talk").text())
                .contains("Not passed", "This refuses nothing", "You can choose a time again from");
        assertThat(rules.isWantedFor(application(layla))).isFalse();
        var tooEarly = arrivedAs(layla, VisitKind.TALK);
        assertThat(marking.mark(tooEarly, marks(4), examiner())).isInstanceOf(TooEarly.class);
        jdbc.sql("update booking set state = 'CANCELLED' where id = ?")
                .param(tooEarly.value())
                .update();

        clock.advanceBy(Duration.ofDays(15));

        assertThat(rules.isWantedFor(application(layla))).isTrue();
    }

    @Test
    void examiners_who_lie_far_apart_read_each_other_and_say_again() {
        var layla = takenUp(noForebear());
        var booking = arrived(layla);
        var one = examiner();
        var other = examiner();
        marking.mark(booking, marks(5), one);

        assertThat(marking.mark(booking, marks(1), other)).isEqualTo(new Noted(TalkState.DIFFERING));
        assertThat(layla.person().get("/talk").text())
                .contains("The examiners differ")
                .doesNotContain("5 of 5");
        assertThat(marking.say(booking, true, examiner())).isEqualTo(new NotNow());
        assertThat(marking.say(booking, true, one)).isEqualTo(new Noted(TalkState.DIFFERING));
        assertThat(marking.say(booking, false, one)).isEqualTo(new MarkedAlready());
        assertThat(marking.say(booking, true, other)).isEqualTo(new Noted(TalkState.PASSED));
    }

    @Test
    void a_talk_on_which_they_cannot_agree_counts_for_nothing_and_is_held_before_others() {
        var layla = takenUp(noForebear());
        var booking = arrived(layla);
        var one = examiner();
        var other = examiner();
        marking.mark(booking, marks(5), one);
        marking.mark(booking, marks(1), other);
        marking.say(booking, true, one);

        assertThat(marking.say(booking, false, other)).isEqualTo(new Noted(TalkState.ANEW));

        assertThat(rules.isWantedFor(application(layla))).isTrue();
        var again = arrived(layla);
        assertThat(marking.mark(again, marks(4), one)).isEqualTo(new OthersMark());
        assertThat(marking.mark(again, marks(4), examiner())).isEqualTo(new Noted(TalkState.OPEN));
    }

    /// Lesson 40.
    @Test
    void nobody_marks_alone_or_twice_or_whom_they_identified_or_at_another_centre_or_decides_what_they_marked() {
        var layla = takenUp(noForebear());
        var booking = arrived(layla);
        var one = examiner();
        var fenn = officers.one(UUID.randomUUID(), Role.REGISTRAR).as(Role.REGISTRAR);
        var marrow = new Actor.Officer(confirmedBy(layla), one.role(), one.unit());

        assertThat(marking.mark(booking, marks(4), fenn)).isEqualTo(new AnotherCentre());
        assertThat(marking.mark(booking, marks(4), marrow)).isEqualTo(new OthersMark());
        assertThat(marking.mark(booking, marks(4), one)).isEqualTo(new Noted(TalkState.OPEN));
        assertThat(marking.mark(booking, marks(5), one)).isEqualTo(new MarkedAlready());

        assertThat(talks.marked(layla.id(), new org.kith.server.staff.OfficerId(one.id())))
                .isTrue();
        assertThat(deeds(layla)).contains("TALK_MARKED", "ACCESS_REFUSED");
    }

    @Test
    void whoever_marked_does_not_decide() {
        var layla = takenUp(noForebear());
        var both = officers.one(portAmity().id().value(), Role.REGISTRAR, Role.CASEWORKER);
        var booking = arrived(layla);
        marking.mark(booking, marks(4), both.as(Role.REGISTRAR));
        marking.mark(booking, marks(4), examiner());

        assertThat(adjudication.decide(layla.id(), new Finding.Approval("culture", "She sings."), both))
                .isEqualTo(new DecisionResult.TookPart());
    }

    @Test
    void a_sheet_with_a_gap_or_too_many_points_is_not_taken() {
        var layla = takenUp(noForebear());
        var booking = arrived(layla);
        var gap = new LinkedHashMap<>(marks(4).points());
        gap.remove("tells");

        assertThat(marking.mark(booking, new Marks(gap, "", false), examiner())).isEqualTo(new NotFilledIn());
        assertThat(marking.mark(booking, marks(6), examiner())).isEqualTo(new NotFilledIn());
        assertThat(marking.mark(booking, marks(-1), examiner())).isEqualTo(new NotFilledIn());
        assertThat(talks.of(application(layla))).isEmpty();
    }

    @Test
    void whoever_withdrew_meanwhile_is_not_marked() {
        var layla = takenUp(noForebear());
        var booking = arrived(layla);
        marking.mark(booking, marks(4), examiner());

        layla.person().get("/home/withdraw");
        layla.person().post("/home/withdraw", Map.of());

        assertThat(stage(layla)).isEqualTo(Stage.WITHDRAWN);
        assertThat(marking.mark(booking, marks(4), examiner())).isEqualTo(new NotNow());
    }

    @Test
    void of_two_who_close_a_talk_at_the_same_moment_one_closes_it() throws Exception {
        var layla = takenUp(noForebear());
        var booking = arrived(layla);
        marking.mark(booking, marks(4), examiner());
        var rivals = List.of(examiner(), examiner(), examiner());

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = pool.invokeAll(rivals.stream()
                    .<java.util.concurrent.Callable<MarkingResult>>map(
                            each -> () -> marking.mark(booking, marks(3), each))
                    .toList());
            var all = new java.util.ArrayList<MarkingResult>();
            for (var each : results) all.add(each.get());

            assertThat(all).containsOnlyOnce(new Noted(TalkState.PASSED));
            assertThat(all.stream().filter(new NotNow()::equals)).hasSize(2);
        }
        assertThat(talks.of(application(layla)).getFirst().sheets()).hasSize(2);
    }

    @Test
    void an_examiner_marks_on_a_page_and_sees_no_other_sheet_before_their_own_is_in() {
        var layla = takenUp(noForebear());
        var booking = arrived(layla);
        jdbc.sql("update identity_check set officer = ? where application = ?")
                .params(List.of(UUID.randomUUID(), layla.id().value()))
                .update();
        var marrow = Visitor.asOfficer(port, "registrar");
        var pell = Visitor.asOfficer(port, "registrar", 3);
        var page = "/desk/visits/" + booking + "/talk";
        assertThat(marrow.get("/desk/today").text()).contains("Open the sheet");
        assertThat(marrow.get(page).text()).contains("0 of 2 are in");
        var gap = marrow.post(page, Map.of("points.tells", "7", "recording", "yes"));
        assertThat(gap.status()).isEqualTo(422);
        assertThat(gap.text()).contains("Write a number from 0 to 5");
        var form = new LinkedHashMap<>(Map.of("words", "<i>Clear</i> and kind.", "recording", "no"));
        for (var each : marks(4).points().keySet()) form.put("points." + each, "4");

        marrow.post(page, form);

        assertThat(marrow.get(page).text()).contains("Your sheet is in", "Clear");
        assertThat(pell.get(page).text()).contains("1 of 2 are in").doesNotContain("Clear");
        form.put("words", "As I heard it.");
        pell.get(page);
        pell.post(page, form);
        assertThat(pell.get(page).text()).contains("Passed", "Clear", "As I heard it.");
        assertThat(Visitor.asOfficer(port, "registrar", 2).get(page).status()).isEqualTo(403);
        assertThat(Visitor.asOfficer(port, "caseworker").get(page).status()).isEqualTo(403);
    }

    /// Lesson 24: one calendar for whatever one comes for.
    @Test
    void a_plain_visit_is_booked_in_the_same_calendar_and_changes_nothing() {
        var layla = takenUp(SomeApplicant.layla("plain-" + UUID.randomUUID() + "@example.org"));
        assertThat(layla.person().get("/home").text()).contains("Come to a centre");
        assertThat(layla.person().get("/visit/kinds").text())
                .contains("Questions about your application", "A talk on language and culture");

        layla.person().post("/visit/kinds", Map.of("kind", "PLAIN"));
        var booking = arrived(layla);

        assertThat(bookings.find(booking).orElseThrow().kind()).isEqualTo(VisitKind.PLAIN);
        var marrow = Visitor.asOfficer(port, "registrar");
        assertThat(marrow.get("/desk/today").text()).contains("Plain visit", "Visit is over");
        marrow.post("/desk/visits/" + booking + "/done", Map.of());
        assertThat(bookings.find(booking).orElseThrow().state()).isEqualTo(BookingState.SEEN);
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(layla.person()
                        .post("/visit/kinds", Map.of("kind", "IDENTITY"))
                        .status())
                .isEqualTo(200);
    }

    private void pass(Opened layla) {
        var booking = arrived(layla);
        marking.mark(booking, marks(4), examiner());
        marking.mark(booking, marks(4), examiner());
    }

    private static Marks marks(int each) {
        return new Marks(
                Map.of("understands", each, "is-understood", each, "tells", each, "knows-customs", each),
                "You <b>sang</b> well.",
                true);
    }

    private Actor.Officer examiner() {
        return officers.one(portAmity().id().value(), Role.REGISTRAR).as(Role.REGISTRAR);
    }

    /// Speaks the language and has no forebear there; nothing but a talk could confirm it.
    private Visitor noForebear(SomeApplicant who) {
        var person = Visitor.asPerson(port, who.email());
        person.get("/home");
        person.post("/apply/start", Map.of());
        var pages = who.pages();
        pages.put("forebear", Map.of("forebear", "none"));
        pages.put("language-proof", Map.of("language_proof", "talk"));
        pages.keySet().removeAll(List.of("forebear-birth", "line-papers"));
        pages.forEach((page, fields) -> {
            person.get("/apply/questions/" + page);
            person.post("/apply/questions/" + page, fields);
        });
        person.get("/apply/review");
        person.post("/apply/submit", Map.of("declared", "yes"));
        return person;
    }

    private Opened noForebear() {
        var who = SomeApplicant.layla("talk-" + UUID.randomUUID() + "@example.org");
        return cases.confirmed(port, noForebear(who), who);
    }

    private Opened takenUp(SomeApplicant who) {
        return takenUp(cases.confirmed(port, who));
    }

    private Opened takenUp(Opened opened) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(opened.address() + "/take", Map.of());
        return opened;
    }

    private Visitor caseworker(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(layla.address());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        return castell;
    }

    private BookingId arrived(Opened layla) {
        var free = slots.next(portAmity(), clock.instant().plus(2, ChronoUnit.DAYS), 1);
        var booked = reservation.book(layla.id(), portAmity(), free.getFirst().start());
        return now(((BookingResult.Booked) booked).booking().id());
    }

    /// Whatever the calendar would have said.
    private BookingId arrivedAs(Opened layla, VisitKind kind) {
        var id = arrived(layla);
        jdbc.sql("update booking set kind = ? where id = ?")
                .params(List.of(kind.name(), id.value()))
                .update();
        return id;
    }

    private BookingId now(BookingId id) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into slot (centre, starts_at, capacity) values (?, ?, 3) on conflict do nothing")
                .params(List.of(portAmity().id().value(), at))
                .update();
        jdbc.sql("update booking set starts_at = ?, capacity = 3, state = 'ARRIVED', arrived_at = ? where id = ?")
                .params(List.of(at, at, id.value()))
                .update();
        return id;
    }

    private Centre portAmity() {
        return centres.byCode("port-amity").orElseThrow();
    }

    private Application application(Opened layla) {
        return applications.find(layla.id()).orElseThrow();
    }

    private Stage stage(Opened layla) {
        return application(layla).stage();
    }

    private UUID confirmedBy(Opened layla) {
        return jdbc.sql("select officer from identity_check where application = ?")
                .param(layla.id().value())
                .query(UUID.class)
                .single();
    }

    private List<String> deeds(Opened layla) {
        return jdbc.sql("select deed from journal where person = ?")
                .param(application(layla).person().value())
                .query(String.class)
                .list();
    }

    private List<String> sealed(Opened layla) {
        return jdbc.sql(
                        "select encode(sealed, 'escape') from talk_sheet join talk on talk.id = talk where application = ?")
                .param(layla.id().value())
                .query(String.class)
                .list();
    }
}
