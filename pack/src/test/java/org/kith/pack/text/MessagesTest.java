package org.kith.pack.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.pack.Pack;
import org.kith.pack.SomePack;
import org.kith.pack.question.Countries;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Value;
import org.kith.pack.question.ValueText;

class MessagesTest {
    private static final Pack UTOPIA = SomePack.utopia().loaded();

    @Test
    void each_language_knows_its_own_name_and_direction() {
        assertThat(UTOPIA.messages().languages())
                .extracting(Language::ownName)
                .containsExactly("English", "العربية", "Русский");
        assertThat(UTOPIA.messages().languages())
                .extracting(Language::rightToLeft)
                .containsExactly(false, true, false);
    }

    @Test
    void a_language_the_pack_lacks_falls_back_to_a_wider_one_and_then_to_english() {
        assertThat(UTOPIA.messages().in("ar-EG").text("state.name")).isEqualTo("يوتوبيا");
        assertThat(UTOPIA.messages().in("sw").text("state.name")).isEqualTo("Utopia");
    }

    @Test
    void values_are_filled_in_and_plurals_follow_the_language() {
        var pack = SomePack.utopia()
                .adding(
                        "messages/en.yaml",
                        "refused.too-long: \"{most, plural, one {# sign} other {# signs}}, {length}’s and it's '{'all'}'\"")
                .adding(
                        "messages/ru.yaml",
                        "refused.too-long: \"{most, plural, one {# знак} few {# знака} many {# знаков} other {# знака}}, {length}\"")
                .adding("messages/ar.yaml", "refused.too-long: \"{most, plural, other {#}} {length}\"")
                .loaded();

        assertThat(pack.messages().english().text("refused.too-long", Map.of("most", 1, "length", "Anna")))
                .isEqualTo("1 sign, Anna’s and it's {all}");
        assertThat(pack.messages().in("ru").text("refused.too-long", Map.of("most", 3, "length", "Анна")))
                .isEqualTo("3 знака, Анна");
    }

    @Test
    void a_name_that_runs_the_other_way_is_kept_apart() {
        var texts = UTOPIA.messages().english();

        assertThat(texts.text("trace.said", Map.of("answers", "ليلى"))).isEqualTo("You said: \u2068ليلى\u2069");
        assertThat(texts.text("trace.said", Map.of("answers", "Anna"))).isEqualTo("You said: Anna");
    }

    @Test
    void braces_that_a_person_typed_stay_braces() {
        assertThat(UTOPIA.messages().english().text("trace.said", Map.of("answers", "{0} '{x}'")))
                .isEqualTo("You said: {0} '{x}'");
    }

    @Test
    void a_text_that_does_not_exist_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> UTOPIA.messages().english().text("no.such.text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answers_are_said_in_the_language_with_latin_digits() {
        assertThat(said("forebear", new Value.Choice("mothers-mother"), "ru")).isEqualTo("Мать моей матери");
        assertThat(said("was_citizen", new Value.YesNo(true), "ar")).isEqualTo("نعم");
        assertThat(said("residence", new Value.Country("KEN"), "ru")).isEqualTo("Кения");
        assertThat(said("residence", new Value.Country("XER"), "en")).isEqualTo("Erewhon");
        assertThat(said("birth_date", new Value.Day(PartialDate.parse("1987-02-14")), "ar"))
                .isEqualTo("14 فبراير 1987");
        assertThat(said("forebear_birth", new Value.Day(PartialDate.parse("1931")), "en"))
                .isEqualTo("1931");
        assertThat(said("forebear", new Value.NotKnown(), "en")).isEqualTo("I do not know");
    }

    @Test
    void countries_stand_in_the_order_of_the_language() {
        var texts = UTOPIA.messages().english();
        var countries = UTOPIA.questions().countries();
        var names = countries.inOrder(texts).stream().map(Countries.Named::name).toList();

        assertThat(names)
                .hasSizeGreaterThan(240)
                .startsWith("Afghanistan", "Åland Islands", "Albania")
                .contains("Utopia", "Laputa");
    }

    private static String said(String question, Value value, String language) {
        return ValueText.of(
                UTOPIA.questions().question(question),
                value,
                UTOPIA.questions().countries(),
                UTOPIA.messages().in(language));
    }
}
