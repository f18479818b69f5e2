package org.kith.server.journey;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.SomeApplicant;
import org.springframework.test.context.TestPropertySource;

/// The main job in Ruritania, in Hebrew and Chinese: a list of forebears and a Hebrew date.
@TestPropertySource(properties = "kith.programme=../programmes/ruritania")
class RuritaniaJourneyTest extends PackJourney {
    static Stream<Walker> people() {
        return Stream.of(
                walker(SomeApplicant.nadezhda("ruritania-nadezhda@example.org"), "he", 390),
                walker(SomeApplicant.layla("ruritania-layla@example.org"), "zh", 1280));
    }

    private static Walker walker(SomeApplicant who, String language, int width) {
        return new Walker(who, Questionnaire.ruritania(who), language, width);
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_person_gets_a_card_that_anyone_can_check(Walker walker) throws Exception {
        untilACardThatAnyoneCanCheck(walker);
    }
}
