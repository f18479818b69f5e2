package org.kith.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final Random random = new Random(7);

    @Test
    void a_number_read_out_comes_back_the_same() {
        for (var i = 0; i < 1000; i++) {
            var reference = Reference.random("UTO", random);

            assertThat(Reference.parse(reference.printed().toLowerCase(java.util.Locale.ROOT)))
                    .contains(reference);
        }
    }

    @Test
    void letters_taken_for_digits_are_read_as_the_digits() {
        var reference = some(r ->
                r.value().substring(3).contains("0") && r.value().substring(3).contains("1"));

        var heard = "UTO" + reference.value().substring(3).replace('0', 'O').replace('1', 'l');

        assertThat(Reference.parse(heard)).contains(reference);
    }

    @Test
    void one_wrong_character_is_noticed_wherever_it_stands() {
        for (var i = 0; i < 200; i++) {
            var digits = Reference.random("UTO", random).value().substring(3).toCharArray();
            for (var place = 0; place < digits.length; place++) {
                var right = digits[place];
                for (var letter = 0; letter < ALPHABET.length(); letter++) {
                    var wrong = ALPHABET.charAt(letter);
                    if (wrong == right) continue;
                    digits[place] = wrong;
                    assertThat(Reference.parse("UTO" + new String(digits))).isEmpty();
                }
                digits[place] = right;
            }
        }
    }

    @Test
    void two_neighbours_swapped_are_noticed() {
        for (var i = 0; i < 1000; i++) {
            var digits = Reference.random("UTO", random).value().substring(3).toCharArray();
            for (var place = 0; place + 1 < digits.length; place++) {
                if (digits[place] == digits[place + 1]) continue;
                var swapped = digits.clone();
                swapped[place] = digits[place + 1];
                swapped[place + 1] = digits[place];
                assertThat(Reference.parse("UTO" + new String(swapped))).isEmpty();
            }
        }
    }

    @Test
    void what_does_not_check_cannot_be_a_reference() {
        assertThatThrownBy(() -> new Reference("UTO00000001")).isInstanceOf(IllegalArgumentException.class);
    }

    private Reference some(java.util.function.Predicate<Reference> wanted) {
        return java.util.stream.Stream.generate(() -> Reference.random("UTO", random))
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
