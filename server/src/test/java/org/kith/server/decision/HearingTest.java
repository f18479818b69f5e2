package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.VisitKind;
import org.springframework.beans.factory.annotation.Autowired;

/// Lesson 26: whoever wants to be heard face to face is, before an appeal is decided against them; it is no exam.
class HearingTest extends ServerTest {
    private static final String TIMES = "/visit/at/port-amity";

    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Bookings bookings;

    private CaseSteps steps;

    @BeforeEach
    void steps() {
        steps = new CaseSteps(port, cases, jdbc);
    }

    @Test
    void a_hearing_is_booked_like_a_visit_noted_and_then_the_appeal_is_decided() {
        var layla = steps.appealed(true);
        assertThat(layla.person().get("/home").text()).contains("Choose a time for your hearing");

        book(layla);

        var booking = bookings.openOf(layla.id()).orElseThrow();
        assertThat(booking.kind()).isEqualTo(VisitKind.HEARING);
        assertThat(stage(layla)).isEqualTo(Stage.APPEALED);
        assertThat(layla.person().get(refusal(layla)).text()).contains("You are heard at");
        assertThat(steps.decideAppeal(1, layla.address(), "UPHOLD").text()).contains("They are to be heard first");
        note(layla, 1);

        assertThat(bookings.find(booking.id()).orElseThrow().state()).isEqualTo(BookingState.SEEN);
        assertThat(layla.person().get(refusal(layla)).text())
                .contains("You were heard in person on", "She <b>showed</b> a school book.");
        assertThat(layla.person().get(refusal(layla)).body()).doesNotContain("<b>showed</b>");
        steps.decideAppeal(2, layla.address(), "UPHOLD");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_FINAL);
    }

    @Test
    void what_is_found_for_a_person_needs_no_hearing() {
        var layla = steps.appealed(true);

        steps.decideAppeal(1, layla.address(), "OVERTURN");

        assertThat(stage(layla)).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_person_may_do_without_a_hearing_after_all() {
        var layla = steps.appealed(true);
        layla.person().get(refusal(layla));

        layla.person().post(refusal(layla) + "/no-hearing", Map.of());
        steps.decideAppeal(1, layla.address(), "UPHOLD");

        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_FINAL);
    }

    @Test
    void a_hearing_is_moved_and_given_up_and_moves_no_application_on() {
        var layla = steps.appealed(true);
        book(layla);
        layla.person().get("/visit/cancel");

        layla.person().post("/visit/cancel", Map.of());

        assertThat(bookings.openOf(layla.id())).isEmpty();
        assertThat(stage(layla)).isEqualTo(Stage.APPEALED);
        book(layla);
        assertThat(bookings.openOf(layla.id())).isPresent();
    }

    @Test
    void nobody_books_a_hearing_they_did_not_ask_for() {
        var layla = steps.appealed(false);

        assertThat(layla.person().get(TIMES).path()).isEqualTo("/home");
    }

    @Test
    void the_minutes_lie_sealed() {
        var layla = steps.appealed(true);
        note(layla, 1);

        var rows =
                jdbc.sql("select appeal::text from appeal").query(String.class).list();

        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("school book") || row.contains("1944"));
    }

    private void book(Opened layla) {
        var slot = layla.person().get(TIMES).findLast("name=\"slot\" id=\"[^\"]+\" value=\"([^\"]+)\"");
        layla.person().post(TIMES, Map.of("slot", slot));
    }

    private void note(Opened layla, int which) {
        var officer = steps.opened("appeals", which, layla);
        var form = officer.get(layla.address()).find("href=\"(/desk/appeals/[0-9a-f-]+/heard)\"");
        officer.get(form);
        officer.post(form, Map.of("reason", "She <b>showed</b> a school book."));
    }

    /// The message of the refusal, which is the newest for as long as the appeal is open.
    private String refusal(Opened layla) {
        return steps.newest(layla);
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }
}
