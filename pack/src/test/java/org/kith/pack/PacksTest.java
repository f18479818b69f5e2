package org.kith.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.pack.rule.Outcome.MET;
import static org.kith.pack.rule.Outcome.NOT_MET;
import static org.kith.pack.rule.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.pack.question.Answers;
import org.kith.pack.question.QuestionType;
import org.kith.pack.text.Language;

/// The packs that come with the software: three invented states, each with another idea of who belongs.
class PacksTest {
    static final List<String> ALL = SomePack.ALL;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pack ARCADIA = SomePack.of("arcadia").loaded();
    private static final Pack RURITANIA = SomePack.of("ruritania").loaded();

    @ParameterizedTest
    @FieldSource("ALL")
    void a_pack_that_comes_along_has_no_fault(String name) {
        assertThat(SomePack.of(name).faults()).isEmpty();
    }

    /// Wallets show these words beside the card and all it says.
    @ParameterizedTest
    @FieldSource("ALL")
    void a_credential_and_each_of_its_claims_has_a_name_in_every_language_of_its_pack(String name) {
        var pack = SomePack.of(name).loaded();
        for (var credential : pack.credentials()) {
            for (var language : pack.messages().languages()) {
                var texts = pack.messages().in(language.tag());
                assertThat(texts.text(credential.titleKey())).isNotBlank();
                assertThat(credential.claims())
                        .extracting(claim -> texts.text(claim.titleKey()))
                        .doesNotHaveDuplicates()
                        .noneMatch(String::isBlank);
            }
        }
    }

    @Test
    void each_card_is_issued_as_an_mdoc_too() {
        assertThat(ALL)
                .allSatisfy(name -> assertThat(SomePack.of(name)
                                .loaded()
                                .credential("card")
                                .orElseThrow()
                                .doctype())
                        .isPresent());
    }

    @Test
    void together_they_speak_all_seven_languages_and_ask_in_every_way() {
        var languages = new TreeSet<String>();
        var types = EnumSet.noneOf(QuestionType.class);
        var phases = EnumSet.noneOf(Phase.class);
        for (var name : ALL) {
            var pack = SomePack.of(name).loaded();
            pack.messages().languages().stream().map(Language::tag).forEach(languages::add);
            pack.questions().all().forEach(question -> types.add(question.type()));
            pack.rollout().countries().forEach(country -> phases.add(country.phase()));
            phases.add(pack.rollout().elsewhere());
        }

        assertThat(languages).containsExactly("ar", "en", "es", "fr", "he", "ru", "zh");
        assertThat(types).isEqualTo(EnumSet.allOf(QuestionType.class));
        assertThat(phases).isEqualTo(EnumSet.allOf(Phase.class));
    }

    @Test
    void arcadia_counts_in_whoever_lost_its_citizenship_and_whoever_gave_it_up_long_ago() {
        assertThat(arcadia(Map.of("was_citizen", true, "ended_by", "decree"), "former-citizen"))
                .isEqualTo(MET);
        assertThat(arcadia(Map.of("was_citizen", true, "ended_by", "own-wish", "ended", "2019"), "former-citizen"))
                .isEqualTo(MET);
        assertThat(arcadia(Map.of("was_citizen", true, "ended_by", "own-wish", "ended", "2024"), "former-citizen"))
                .isEqualTo(NOT_MET);
        // Five years ago this year, but not known on which day.
        assertThat(arcadia(Map.of("was_citizen", true, "ended_by", "own-wish", "ended", "2021"), "former-citizen"))
                .isEqualTo(UNKNOWN);
        assertThat(arcadia(Map.of("was_citizen", false), "former-citizen")).isEqualTo(NOT_MET);
    }

    @Test
    void arcadia_counts_in_three_generations_with_papers_on_one_line_or_on_two() {
        assertThat(arcadia(Map.of("forebears", List.of(forebear("grandparent", true, "all"))), "three-generations"))
                .isEqualTo(MET);
        assertThat(arcadia(
                        Map.of(
                                "forebears",
                                List.of(
                                        forebear("parent", false, "some"),
                                        forebear("great-grandparent", true, "some"))),
                        "three-generations"))
                .isEqualTo(MET);
        assertThat(arcadia(Map.of("forebears", List.of(forebear("grandparent", true, "none"))), "three-generations"))
                .isEqualTo(NOT_MET);
        assertThat(arcadia(Map.of("forebears", List.of()), "three-generations")).isEqualTo(NOT_MET);
    }

    @Test
    void arcadias_law_for_those_born_in_phaeacia_ends() {
        var born = answers(ARCADIA, Map.of("birth_country", "XPH"));

        assertThat(ARCADIA.eligibility().trace(born, LocalDate.of(2031, 12, 31)).ground("phaeacian"))
                .hasValueSatisfying(ground -> assertThat(ground.result()).isEqualTo(MET));
        assertThat(ARCADIA.eligibility().trace(born, LocalDate.of(2032, 1, 1)).ground("phaeacian"))
                .isEmpty();
    }

    /// Lesson 33: siblings whose cases could not be joined.
    @Test
    void ruritania_asks_for_a_paper_for_each_step_or_for_a_relative_who_proved_it() {
        var line = List.of(
                Map.of("generation", "parent", "born_in", "XER", "born", "1960", "recorded", true),
                Map.of("generation", "grandparent", "born_in", "XOR", "born", "hebrew:5660", "recorded", true));

        var descent = ruritania(Map.of("from_ruritania", true, "forebears", line));
        var relative = ruritania(Map.of("from_ruritania", false, "relative", "brother-or-sister"));

        assertThat(descent).extracting(GroundTrace::result).containsExactly(MET, UNKNOWN);
        assertThat(descent.getFirst().evidence())
                .extracting(need -> need.each().orElse("once"))
                .containsExactly("once", "forebears", "once");
        assertThat(relative).extracting(GroundTrace::result).containsExactly(NOT_MET, MET);
    }

    @Test
    void a_paper_is_asked_for_only_where_the_answers_call_for_it() {
        var kept = ruritania(Map.of("from_ruritania", false, "name_changed", false));

        assertThat(kept.getFirst().evidence())
                .flatExtracting(need -> need.anyOf())
                .doesNotContain("name-change-record")
                .contains("birth-record");
    }

    @Test
    void ruritania_knows_the_year_of_another_calendar() {
        Map<String, Object> line = Map.of("generation", "parent", "born_in", "XRU", "recorded", true);

        // From 5705 to 5706 the year 1945 went by; 5706 ends in September 1946.
        assertThat(ruritania(Map.of("from_ruritania", true, "forebears", List.of(with(line, "hebrew:5705"))))
                        .getFirst()
                        .result())
                .isEqualTo(MET);
        assertThat(ruritania(Map.of("from_ruritania", true, "forebears", List.of(with(line, "hebrew:5706-02"))))
                        .getFirst()
                        .result())
                .isEqualTo(MET);
        assertThat(ruritania(Map.of("from_ruritania", true, "forebears", List.of(with(line, "hebrew:5707"))))
                        .getFirst()
                        .result())
                .isEqualTo(NOT_MET);
    }

    private static Map<String, Object> with(Map<String, ?> line, String born) {
        var with = new HashMap<String, Object>(line);
        with.put("born", born);
        return with;
    }

    private static Map<String, Object> forebear(String relation, boolean citizen, String papers) {
        return Map.of("relation", relation, "citizen", citizen, "papers", papers);
    }

    private static Object arcadia(Map<String, ?> neutral, String ground) {
        return ARCADIA.eligibility()
                .trace(answers(ARCADIA, neutral), TODAY)
                .ground(ground)
                .orElseThrow()
                .result();
    }

    private static List<GroundTrace> ruritania(Map<String, ?> neutral) {
        return RURITANIA.eligibility().trace(answers(RURITANIA, neutral), TODAY).grounds();
    }

    private static Answers answers(Pack pack, Map<String, ?> neutral) {
        return Answers.ofNeutral(pack.questions(), new HashMap<>(neutral));
    }
}
