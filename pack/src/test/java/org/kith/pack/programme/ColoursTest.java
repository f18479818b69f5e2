package org.kith.pack.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.pack.SomePack;

class ColoursTest {
    /// Known ratios of WCAG 2: black on white, the same colour twice, and the grey that just fails.
    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.0", "#86375b, #86375b, 1.0", "#777777, #ffffff, 4.48", "#767676, #ffffff, 4.54"})
    void contrast_is_computed_as_wcag_defines_it(String one, String other, double ratio) {
        assertThat(Contrast.between(one, other)).isCloseTo(ratio, within(0.005));
        assertThat(Contrast.between(other, one)).isCloseTo(ratio, within(0.005));
    }

    @Test
    void the_colours_of_utopia_are_read() {
        var colours = SomePack.utopia().loaded().programme().colours().orElseThrow();

        assertThat(colours.light().hueA()).isEqualTo("#0b5563");
        assertThat(colours.dark().focus()).isEqualTo("#ffc4dc");
    }

    @Test
    void words_too_pale_to_read_are_refused() {
        assertThat(SomePack.utopia()
                        .replacing("programme.yaml", "hue-a: \"#0b5563\"", "hue-a: \"#8fb8c0\"")
                        .faults())
                .containsExactly(SomePack.at("programme.yaml", "hue-a: \"#0b5563\"")
                        + ": `hue-a` #8fb8c0 has a contrast of 1.8:1 with your `hue-a-tint`, #e0eeef, below 4.5:1;"
                        + " take a darker or lighter colour");
    }

    @Test
    void a_focus_ring_is_measured_as_a_border() {
        // 4.1:1 on paper: too little for words, enough for a border.
        assertThat(SomePack.utopia()
                        .replacing("programme.yaml", "focus: \"#86375b\"", "focus: \"#757f82\"")
                        .faults())
                .isEmpty();
        assertThat(SomePack.utopia()
                        .replacing("programme.yaml", "focus: \"#86375b\"", "focus: \"#b0b8ba\"")
                        .faults())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(SomePack.at("programme.yaml", "focus: \"#86375b\"")
                        + ": `focus` #b0b8ba has a contrast of 1.8:1 with the page's ground, #f5f6f3, below 3.0:1")
                .contains("below 3.0:1");
    }

    @Test
    void a_colour_without_quotes_is_a_comment_to_yaml_and_told() {
        assertThat(SomePack.utopia()
                        .replacing("programme.yaml", "hue-b: \"#86375b\"", "hue-b: #86375b")
                        .faults())
                .contains(SomePack.at("programme.yaml", "hue-b: \"#86375b\"")
                        + ": `hue-b` is empty; write a value or remove the line");
    }

    @Test
    void a_pack_may_do_without_colours() {
        var pack = SomePack.utopia();
        var text = pack.text("programme.yaml");
        var without = text.substring(0, text.indexOf("colours:")) + text.substring(text.indexOf("start:"));

        assertThat(pack.with("programme.yaml", without).loaded().programme().colours())
                .isEmpty();
    }
}
