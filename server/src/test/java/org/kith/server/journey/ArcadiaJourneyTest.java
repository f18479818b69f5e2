package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.springframework.test.context.TestPropertySource;

/// The main job in Arcadia, in French and Spanish: a list of forebears, an address, a Julian date.
@TestPropertySource(properties = "kith.programme=../programmes/arcadia")
class ArcadiaJourneyTest extends PackJourney {
    @Test
    void its_pages_wear_its_colours() {
        var visitor = Visitor.at(port);
        var stylesheet = visitor.get("/").find("href=\"(/assets/kith-[0-9a-f]+\\.css)\"");

        assertThat(visitor.get(stylesheet).body())
                .contains("--kith-action:#4b5d16")
                .endsWith("--kith-focus:#ffcbb8}}");
    }

    static Stream<Walker> people() {
        return Stream.of(
                walker(SomeApplicant.layla("arcadia-layla@example.org"), "fr", 1280),
                walker(SomeApplicant.suharto("arcadia-suharto@example.org"), "es", 390));
    }

    private static Walker walker(SomeApplicant who, String language, int width) {
        return new Walker(who, Questionnaire.arcadia(who), language, width);
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_person_gets_a_card_that_anyone_can_check(Walker walker) throws Exception {
        untilACardThatAnyoneCanCheck(walker);
    }
}
