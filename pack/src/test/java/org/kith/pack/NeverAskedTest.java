package org.kith.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Row 38 of what people suffered elsewhere: voice samples and locations asked before every trip.
class NeverAskedTest {
    @ParameterizedTest
    @ValueSource(strings = {"location", "voice", "contacts", "religion", "politics", "military-service"})
    void a_pack_that_declares_a_forbidden_topic_does_not_load(String topic) {
        var faults = SomePack.utopia()
                .replacing("questions/tie.yaml", "topic: citizenship", "topic: " + topic)
                .faults();

        assertThat(faults)
                .containsExactly(SomePack.at("questions/tie.yaml", "topic: citizenship") + ": " + topic
                        + " is never asked; remove the question");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Which religion do your parents belong to?      | religion",
                "en | How did you vote in the last election?         | politics",
                "en | Are you a member of a party or a trade union?  | politics",
                "en | When did you do your military service?         | military service",
                "en | Please share your location                     | location",
                "en | Upload your contacts                           | contacts",
                "en | Record a sample of your voice                  | voice",
                "ru | Каково ваше вероисповедание?                   | religion",
                "ru | Проходили ли вы военную службу?                | military service",
                "ru | За кого вы голосовали?                         | voice",
                "ar | ما هي ديانتك؟                                   | religion",
                "ar | هل خدمت في الجيش؟                               | military service",
                "ar | هل أنت عضو في حزب؟                              | politics",
                "ar | ما هي دِيَانَتُكَ؟                                 | religion",
            })
    void a_question_that_asks_for_it_in_words_does_not_load(String language, String asked, String topic) {
        var file = "messages/" + language + ".yaml";
        var pack = SomePack.utopia();
        var label = pack.text(file)
                .lines()
                .dropWhile(line -> !line.startsWith("  was_citizen:"))
                .skip(1)
                .findFirst()
                .orElseThrow();

        var faults = pack.replacing(file, label, "    label: \"" + asked + "\"").faults();

        assertThat(faults).isNotEmpty().allMatch(fault -> fault.startsWith(file + ":" + pack.line(file, label) + ": "));
        assertThat(faults).anyMatch(fault -> fault.contains(topic + " is never asked"));
    }

    @Test
    void the_id_of_a_question_gives_it_away_too() {
        var pack = SomePack.utopia().replacing("questions/about-you.yaml", "id: birth_place", "id: church_of_baptism");

        assertThat(pack.faults())
                .anyMatch(fault -> fault.startsWith(
                        SomePack.at("questions/about-you.yaml", "- id: birth_place") + ": religion is never asked"));
    }

    @Test
    void papers_that_tell_it_are_not_asked_for_either() {
        var pack = SomePack.utopia();

        var faults = pack.replacing(
                        "messages/en.yaml", "title: A record of a change of name", "title: A certificate of baptism")
                .faults();

        assertThat(faults).hasSize(1).first().asString().contains("religion is never asked");
    }

    @Test
    void words_that_only_sound_alike_pass() {
        var pack = SomePack.utopia()
                .replacing(
                        "messages/en.yaml",
                        "label: In which country do you live?",
                        "label: Where do you live? (no invoice needed)")
                .replacing("messages/ar.yaml", "label: في أي بلد تعيش؟", "label: في أي مدينة يعيش الوالدين؟");

        assertThat(pack.faults()).isEmpty();
    }
}
