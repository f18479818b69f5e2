package org.kith.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lesson 38: voice samples and locations asked before every trip.
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
                "en | What do you believe in?                        | religion",
                "en | How did you vote in the last election?         | politics",
                "en | Are you a member of a party or a trade union?  | politics",
                "en | When did you do your military service?         | military service",
                "en | Please share your location                     | location",
                "en | Upload your contacts                           | contacts",
                "en | Name an emergency contact                      | contacts",
                "en | Record a sample of your voice                  | voice",
                "en | R e l i g i o n                                | religion",
                "en | Your re-li-gion                                | religion",
                "en | RÉLIGION                                       | religion",
                "en | Please tell us su ubicación                    | location",
                "ru | Каково ваше вероисповедание?                   | religion",
                "ru | Проходили ли вы военную службу?                | military service",
                "ru | За кого вы голосовали?                         | politics",
                "ru | Запишите свой голос                            | voice",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arcadia   | fr | Quelle est votre religion ?                 | religion",
                "arcadia   | fr | Êtes-vous membre d’un parti ?               | politics",
                "arcadia   | fr | Avez-vous fait votre service militaire ?    | military service",
                "arcadia   | fr | Où vous trouvez-vous en ce moment ?         | location",
                "arcadia   | es | ¿A quién votó en las elecciones?            | politics",
                "arcadia   | es | ¿Hizo el servicio militar?                  | military service",
                "arcadia   | es | ¿Cuál es su ubicación?                      | location",
                "ruritania | he | האם שירתתם בצבא?                             | military service",
                "ruritania | he | מהי דתכם?                                    | religion",
                "ruritania | he | למי הצבעתם בבחירות?                          | politics",
                "ruritania | zh | 您信仰什么宗教？                               | religion",
                "ruritania | zh | 您服过兵役吗？                                 | military service",
                "ruritania | zh | 请录音                                       | voice",
                "ruritania | zh | 您的紧急联系人是谁？                            | contacts",
            })
    void nor_in_any_other_language(String name, String language, String asked, String topic) {
        var file = "messages/" + language + ".yaml";
        var pack = SomePack.of(name);
        var label = pack.text(file)
                .lines()
                .dropWhile(line -> !line.startsWith("  residence:"))
                .skip(1)
                .findFirst()
                .orElseThrow();

        var faults = pack.replacing(file, label, "    title: \"" + asked + "\"").faults();

        assertThat(faults).isNotEmpty().allMatch(fault -> fault.startsWith(file + ":" + pack.line(file, label) + ": "));
        assertThat(faults).anyMatch(fault -> fault.contains(topic + " is never asked"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Place of birth",
                "Churchill Street, Leeds, or Party Square",
                "The other party to the marriage",
                "Your choice",
                "Where were you born?",
                "Do you need a voucher?",
                "Vos parents sont partis en 1950",
                "Haga su elección",
                "Partida de nacimiento",
                "Как зовут вашего партнёра?",
                "أين وُلد والدين الطفل؟",
                "הלידה",
            })
    void what_only_sounds_alike_passes(String asked) {
        var label = "label: In which country do you live?";

        assertThat(SomePack.utopia()
                        .replacing("messages/en.yaml", label, "label: \"" + asked + "\"")
                        .faults())
                .isEmpty();
    }

    @Test
    void a_letter_of_another_alphabet_does_not_hide_a_word() {
        var label = "label: In which country do you live?";

        // With a Cyrillic "о".
        assertThat(SomePack.utopia()
                        .replacing("messages/en.yaml", label, "label: Your v\u043eice")
                        .faults())
                .containsExactly(SomePack.at("messages/en.yaml", label)
                        + ": a word with letters of two alphabets; write it in one");
    }

    @Test
    void no_value_to_fill_in_parts_a_word() {
        var label = "label: In which country do you live?";

        assertThat(SomePack.utopia()
                        .replacing("messages/en.yaml", label, "label: Your reli{x}gion")
                        .faults())
                .contains(
                        SomePack.at("messages/en.yaml", label)
                                + ": `question.residence.label` has {x}, and the software fills in nothing there; write the text out");
    }

    @Test
    void the_codes_of_a_choice_give_it_away_too() {
        var pack = SomePack.utopia()
                .replacing("questions/family.yaml", "choices: [all, some, none]", "choices: [all, some, none, muslim]");

        assertThat(pack.faults()).anyMatch(fault -> fault.contains("religion is never asked, and this says `muslim`"));
    }

    @Test
    void a_check_that_looks_into_it_is_a_question_too() {
        assertThat(SomePack.utopia()
                        .replacing("messages/en.yaml", "title: The papers", "title: Political opinions")
                        .faults())
                .hasSize(1)
                .first()
                .asString()
                .contains("politics is never asked");
    }

    @Test
    void a_purpose_that_says_nothing_is_none() {
        var pack = SomePack.utopia();
        var purpose = pack.text("messages/en.yaml")
                .lines()
                .filter(line -> line.startsWith("  residence: It decides"))
                .findFirst()
                .orElseThrow();

        assertThat(pack.replacing("messages/en.yaml", purpose, "  residence: Required.")
                        .faults())
                .containsExactly(SomePack.at("messages/en.yaml", purpose)
                        + ": a purpose that says nothing; say in a sentence what the answer is needed for");
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
