package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor.Answer;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// A decision is never edited: a later one takes its place, and both stay readable. The clock is set forward, so this
/// is a server apart.
@TestPropertySource(properties = "kith.test=days pass")
class CorrectionTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    Clock clock;

    private CaseSteps steps;

    @BeforeEach
    void steps() {
        steps = new CaseSteps(port, cases, jdbc);
    }

    @Test
    void a_notice_on_the_wrong_ground_is_corrected_and_its_person_has_the_whole_time_anew() {
        var layla = steps.announced();
        var old = last(layla);
        var message = steps.newest(layla);
        ((AdvancingClock) clock).advanceBy(Duration.ofDays(10));

        correct(layla, old, "culture");

        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_ANNOUNCED);
        assertThat(last(layla).corrects()).isEqualTo(old.id());
        assertThat(last(layla).answerUntil()).isEqualTo(last(layla).day().plusDays(28));
        assertThat(decisions
                        .words(decisions.find(old.id()).orElseThrow())
                        .orElseThrow()
                        .reason())
                .isEqualTo("The register names another family.");
        assertThat(layla.person().get(message).text())
                .contains("This message was corrected. What counts is "
                        + last(layla).number().printed())
                .doesNotContain("Send the answer");
        assertThat(layla.person().get(steps.newest(layla)).text())
                .contains("This message takes the place of " + old.number().printed(), "It is the other register.");
        assertThat(layla.person().post(message, Map.of("words", "Too late?")).text())
                .contains("This cannot be answered any more");
        steps.reply(layla, "Both registers name her.");
        var castell = steps.opened("caseworker", 1, layla);
        assertThat(steps.refuse(castell, layla, "descent").text()).contains("They have not been heard on this");
        steps.refuse(castell, layla, "culture");
        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
    }

    @Test
    void a_refusal_with_a_wrong_reason_is_corrected_and_its_time_to_appeal_begins_anew() {
        var layla = steps.refused();
        var old = last(layla);
        var message = steps.newest(layla);
        ((AdvancingClock) clock).advanceBy(Duration.ofDays(30));

        assertThat(correct(layla, old, "culture").text()).contains("They have not been heard on this");
        correct(layla, old, "descent");

        assertThat(stage(layla)).isEqualTo(Stage.REFUSED);
        assertThat(last(layla).answerUntil()).isEqualTo(last(layla).day().plusDays(60));
        assertThat(layla.person().get(message).text())
                .contains("This message was corrected.", "The reply names no record.")
                .doesNotContain("Appeal against this decision");
        assertThat(layla.person().get(message + "/appeal").text()).contains("There is nothing to appeal against here");
        assertThat(steps.opened("caseworker", 1, layla).get(layla.address()).text())
                .contains("Corrected by " + last(layla).number().printed())
                .contains("Takes the place of " + old.number().printed());
        steps.appeal(layla.person(), steps.newest(layla), false);
        assertThat(stage(layla)).isEqualTo(Stage.APPEALED);
    }

    @Test
    void what_was_answered_or_appealed_is_corrected_no_more() {
        var heard = steps.heard();
        var appealed = steps.appealed(false);

        assertThat(correct(heard, last(heard), "culture").text()).contains("This case has moved on");
        assertThat(correct(appealed, last(appealed), "descent").text()).contains("This case has moved on");
    }

    private Answer correct(Opened layla, Decision wrong, String ground) {
        var castell = steps.opened("caseworker", 1, layla);
        var form = "/desk/decisions/" + wrong.id().value() + "/correct";
        castell.get(form);
        return castell.decide(
                form, Map.of("ground", ground, "reason", "It is the other register.", "cure", "The other register."));
    }

    private Decision last(Opened layla) {
        return decisions.about(Subject.of(layla.id())).getFirst();
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }
}
