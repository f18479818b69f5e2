package org.kith.pack.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.pack.SomePack;
import org.kith.pack.visit.VisitKind.During;

class VisitsTest {
    private static final String VISITS = "visits.yaml";

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void every_fault_is_named_with_its_line_and_its_mend(String right, String wrong, String told) {
        var pack = SomePack.utopia();

        assertThat(pack.replacing(VISITS, right, wrong).faults())
                .containsExactly(VISITS + ":" + pack.line(VISITS, right) + ": " + told);
    }

    static Stream<Arguments> every_fault_is_named_with_its_line_and_its_mend() {
        return Stream.of(
                Arguments.of(
                        "examiners: 2",
                        "examiners: 1",
                        "`examiners` is not a whole number from 2 to 5; write such a number"),
                Arguments.of(
                        "pass: 10", "pass: 21", "nobody can pass: all points together are 20; write a smaller number"),
                Arguments.of(
                        "apart: 4",
                        "apart: 21",
                        "no two marks lie so far apart: all points together are 20; write a smaller number"),
                Arguments.of(
                        "minutes: 20",
                        "minutes: 600",
                        "`minutes` is not a whole number from 5 to 240; write such a number"),
                Arguments.of(
                        "each-further: 10",
                        "each-further: 121",
                        "`each-further` is not a whole number from 0 to 120; write such a number"),
                Arguments.of(
                        "grounds: [culture]",
                        "grounds: [culture, song]",
                        "no ground `song`; name one of eligibility.yaml"),
                Arguments.of(
                        "[school-letter,", "[diploma,", "`diploma` is not in the catalogue; add it to evidence.yaml"),
                Arguments.of(
                        "[school-letter,",
                        "[birth-record,",
                        "the catalogue does not let `birth-record` be asked for on each of `grounds`; add the ground"
                                + " to it in evidence.yaml"),
                Arguments.of(
                        "paper: language-talk",
                        "paper: school-letter",
                        "`school-letter` is sent, not done at a centre; add `at-centre: true` to it in evidence.yaml"),
                Arguments.of("after: 14 days", "after: 200 days", "`after` is longer than 90 days; keep it shorter"),
                Arguments.of(
                        "at-least: 3",
                        "at-least: 0",
                        "`at-least` is not a whole number from 1 to 20; write such a number"),
                Arguments.of(
                        "recording: with-consent",
                        "recording: always",
                        "`always` is not known here; use one of never, with-consent"),
                Arguments.of(
                        "during: [waiting]",
                        "during: [lunch]",
                        "`lunch` is not known here; use one of waiting, with-card"));
    }

    @Test
    void a_talk_without_a_marking_sheet_is_no_talk() {
        var text = SomePack.utopia().text(VISITS);
        var without = text.replaceAll("(?m)^      sheet:\\n(        .*\\n)+", "");

        assertThat(SomePack.utopia().with(VISITS, without).faults())
                .contains(SomePack.at(VISITS, "grounds: [culture]") + ": `sheet` is missing; add `sheet:`");
    }

    @Test
    void a_talk_says_what_it_is_about_and_every_criterion_has_its_words() {
        var silent = SomePack.utopia().replacing(VISITS, "- id: tells", "- id: sings");

        assertThat(silent.faults()).anyMatch(fault -> fault.contains("no text `visit.culture-talk.criterion.sings`"));
    }

    @Test
    void nobody_is_asked_about_their_faith_by_way_of_a_criterion() {
        var prying = SomePack.utopia()
                .replacing("messages/en.yaml", "You tell of something in your own words", "You tell of your religion");

        assertThat(prying.faults()).anyMatch(fault -> fault.contains("religion is never asked"));
    }

    @Test
    void every_programme_identifies_and_does_each_thing_by_one_kind_of_visit() {
        var utopia = SomePack.utopia();

        assertThat(utopia.with(VISITS, "visits: []\n").faults())
                .contains(VISITS + ":1: nobody is identified; add a visit of kind identity");
        assertThat(utopia.adding(VISITS, "  - {id: again, kind: identity, minutes: 20, checks: [photo]}")
                        .faults())
                .anyMatch(fault -> fault.contains("another visit is for the same"));
        assertThat(utopia.adding(VISITS, "  - {id: chat, kind: plain, minutes: 20}")
                        .faults())
                .anyMatch(fault -> fault.contains("nobody can book it"));
        assertThat(utopia.adding(VISITS, "  - {id: chat, kind: talk, minutes: 20}")
                        .faults())
                .anyMatch(fault -> fault.contains("a talk without its sheet"));
    }

    @Test
    void a_pack_from_before_there_were_kinds_of_visits_identifies_as_usual() {
        var old = SomePack.of("arcadia").without(VISITS).faults();
        var words = SomePack.of("ruritania").without(VISITS);

        // The texts of the visits that are gone are left over, and nothing else is said.
        assertThat(old).isNotEmpty().allMatch(fault -> fault.contains("is said nowhere"));
        assertThat(words.faults()).allMatch(fault -> fault.contains("is said nowhere"));
        assertThat(VisitKinds.USUAL.identity().minutes().single()).isEqualTo(20);
    }

    /// lessons.md row 26
    @Test
    void the_sheet_of_a_talk_is_published_with_what_is_accepted_instead() {
        var talk = SomePack.utopia()
                .loaded()
                .visits()
                .talkOn("culture")
                .orElseThrow()
                .talk()
                .orElseThrow();

        assertThat(talk.sheet().most()).isEqualTo(20);
        assertThat(talk.certificates()).contains("language-certificate");
        assertThat(talk.retake().atLeast()).isPositive();
        assertThat(talk.sheet().isFilledIn(Map.of("understands", 5))).isFalse();
        assertThat(talk.sheet()
                        .isFilledIn(Map.of("understands", 5, "is-understood", 0, "tells", 5, "knows-customs", 6)))
                .isFalse();
    }

    @Test
    void a_programme_of_descent_talks_to_nobody() {
        var ruritania = SomePack.of("ruritania").loaded().visits();

        assertThat(ruritania.talkOn("descent")).isEmpty();
        assertThat(ruritania.plain(During.WAITING)).isEmpty();
        assertThat(SomePack.of("arcadia").loaded().visits().plain(During.WITH_CARD))
                .isPresent();
    }

    @Test
    void one_examiner_is_too_few_whatever_the_pack_says() {
        assertThatThrownBy(() -> new Talk(
                        Set.of("culture"),
                        "language-talk",
                        Set.of(),
                        1,
                        List.of("songs"),
                        new MarkingSheet(List.of(), 0, 0),
                        new Retake(java.time.Period.ofDays(1), 1),
                        Talk.Recording.NEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
