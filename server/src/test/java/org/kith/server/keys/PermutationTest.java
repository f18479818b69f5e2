package org.kith.server.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    private static final Secret KEY = Secret.of(new byte[Secret.LENGTH]);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 255, 256, 257, 1000, 1 << 12, 5003})
    void every_number_has_a_place_and_no_two_share_one(int size) {
        var permutation = permutation("list", size);
        var places = new BitSet(size);

        IntStream.range(0, size).map(permutation::apply).forEach(places::set);

        assertThat(places.cardinality()).isEqualTo(size);
        assertThat(places.length()).isEqualTo(size);
    }

    @Test
    void another_list_has_another_order() {
        var one = permutation("list 1", 1000);
        var two = permutation("list 2", 1000);

        var same = IntStream.range(0, 1000)
                .filter(number -> one.apply(number) == two.apply(number))
                .count();

        assertThat(same).isLessThan(10);
    }

    @Test
    void another_key_has_another_order() {
        var one = permutation("list", 1000);
        var two = new Permutation(Secret.random(), "list".getBytes(US_ASCII), 1000);

        var same = IntStream.range(0, 1000)
                .filter(number -> one.apply(number) == two.apply(number))
                .count();

        assertThat(same).isLessThan(10);
    }

    /// Cards carry positions: were this order ever to change, two cards could be given one.
    @Test
    void the_order_is_the_same_for_ever() {
        var permutation = permutation("list 1 of 1048576", 1 << 20);

        assertThat(IntStream.range(0, 5).map(permutation::apply))
                .containsExactly(213_260, 350_154, 1_010_120, 243_551, 837_392);
    }

    @Test
    void a_number_outside_is_refused() {
        var permutation = permutation("list", 10);

        assertThatThrownBy(() -> permutation.apply(10)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> permutation.apply(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Permutation permutation(String label, int size) {
        return new Permutation(KEY, label.getBytes(US_ASCII), size);
    }
}
