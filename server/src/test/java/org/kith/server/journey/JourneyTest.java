package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.credential.check.CheckAnswer;
import org.kith.server.SomeApplicant;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The main job in Utopia, from the first question to a card that every check calls revoked.
@ExtendWith(OutputCaptureExtension.class)
class JourneyTest extends PackJourney {
    /// Each in another language and on another screen.
    static Stream<Walker> people() {
        return Stream.of(
                walker(SomeApplicant.nadezhda("journey-nadezhda@example.org"), "ru", 1280),
                walker(SomeApplicant.layla("journey-layla@example.org"), "ar", 390),
                walker(SomeApplicant.suharto("journey-single@example.org"), "en", 390));
    }

    private static Walker walker(SomeApplicant who, String language, int width) {
        return new Walker(who, Questionnaire.utopia(who), language, width);
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_person_gets_a_card_and_every_check_follows_what_becomes_of_it(Walker walker, CapturedOutput log)
            throws Exception {
        try (var own = walker.browser(chromium);
                var office = Walker.office(chromium)) {
            var person = new ApplicantSteps(own.newPage(), walker, at(""));
            var officers = new OfficerSteps(office.newPage(), walker, at(""));

            var reference = untilTheSecondSignature(person, officers);
            var sheet = person.printsTheCard();
            person.seesWhoLooked();
            everyCheckSays(CheckAnswer.VALID, sheet, walker);
            officers.caseworkerTakes("SUSPEND", "copied", reference);
            person.seesTheCardIs("suspended");
            everyCheckSays(CheckAnswer.SUSPENDED, sheet, walker);
            officers.caseworkerTakes("RESTORE", "", reference);
            everyCheckSays(CheckAnswer.VALID, sheet, walker);
            officers.caseworkerTakes("ANNOUNCE_REVOCATION", "false-papers", reference);
            person.answersTheNotice();
            var number = officers.caseworkerTakes("REVOKE", "false-papers", reference);
            everyCheckSays(CheckAnswer.VALID, sheet, walker);
            officers.supervisorSigns(number);
            person.seesTheCardIs("revoked");
            everyCheckSays(CheckAnswer.REVOKED, sheet, walker);
        }
        var traces = new Traces(jdbc, home, log.getAll());
        assertThat(traces.of(walker.who().secrets()))
                .as("what the person typed, outside the vault")
                .isEmpty();
        assertThat(traces.of(List.of("CARD_ISSUED"))).as("the search does find").isNotEmpty();
    }
}
