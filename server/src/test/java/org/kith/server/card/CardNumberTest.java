package org.kith.server.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CardNumberTest {
    private final Random random = new Random(7);

    @RepeatedTest(20)
    void every_single_wrong_digit_is_noticed() {
        var number = CardNumber.random(random).value();
        for (var at = 0; at < number.length(); at++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var slip = number.substring(0, at) + digit + number.substring(at + 1);
                assertThat(CardNumber.parse(slip).isPresent()).as(slip).isEqualTo(slip.equals(number));
            }
        }
    }

    @RepeatedTest(20)
    void two_neighbours_swapped_are_noticed() {
        var number = CardNumber.random(random).value();
        for (var at = 0; at + 1 < number.length(); at++) {
            var swapped =
                    number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
            assertThat(CardNumber.parse(swapped).isPresent()).as(swapped).isEqualTo(swapped.equals(number));
        }
    }

    @Test
    void a_number_is_read_as_people_write_it() {
        var number = CardNumber.random(random);

        assertThat(CardNumber.parse(number.printed("UTO"))).contains(number);
        assertThat(CardNumber.parse(number.value().replace('1', '١').replace('7', '٧')))
                .contains(number);
        assertThat(CardNumber.parse("")).isEmpty();
    }

    @Test
    void nothing_else_becomes_a_number() {
        assertThatThrownBy(() -> new CardNumber("123")).isInstanceOf(IllegalArgumentException.class);
    }
}
