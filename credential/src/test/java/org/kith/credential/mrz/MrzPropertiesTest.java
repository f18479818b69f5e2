package org.kith.credential.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for any zone. Each seed is one run; a failure names its seed.
class MrzPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_is_written_is_read_back_the_same(long seed) {
        var mrz = SomeMrz.any(random(seed), TODAY);

        assertThat(MrzReader.read(String.join("\n", mrz.lines()), TODAY)).isEqualTo(new MrzReading.Read(mrz));
        assertThat(MrzReader.read(String.join("", mrz.lines()), TODAY)).isEqualTo(new MrzReading.Read(mrz));
    }

    /// Every character under a check digit, set to every other one. What passes must be a change the digit
    /// cannot see,
    /// because the two values differ by a multiple of ten, or a look-alike that was put right.
    @ParameterizedTest
    @MethodSource("seeds")
    void one_wrong_character_is_found_unless_the_check_digit_cannot_see_it(long seed) {
        var random = random(seed);
        var mrz = SomeMrz.any(random, TODAY);
        var lines = mrz.lines();
        var covered = covered(mrz.format());
        var place = covered.get(random.nextInt(covered.size()));
        var right = lines.get(place.line() - 1).charAt(place.column() - 1);

        for (var i = 0; i < ALPHABET.length(); i++) {
            var wrong = ALPHABET.charAt(i);
            if (wrong == right || CheckDigit.value(wrong) % 10 == CheckDigit.value(right) % 10) continue;
            switch (MrzReader.read(String.join("\n", set(lines, place, wrong)), TODAY)) {
                case MrzReading.Refused _ -> {}
                case MrzReading.Read(var read) -> assertThat(read).isEqualTo(mrz);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noise_is_refused_and_never_breaks_the_reader(long seed) {
        var random = random(seed);
        var noise = random.ints(random.nextInt(200), 0, 0x2FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(MrzReader.read(noise, TODAY)).isInstanceOf(MrzReading.Refused.class);
        assertThat(Transliteration.toMrz(noise)).matches("([A-Z]+(<[A-Z]+)*)?");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_truncated_name_fills_its_field_and_ends_in_a_letter(long seed) {
        var random = random(seed);
        var width = List.of(30, 31, 39).get(random.nextInt(3));
        var name = new NameField(parts(random, width), random.nextBoolean() ? parts(random, width) : "ABCDEF");

        var field = name.write(width);

        assertThat(field).hasSize(width).contains("<<").matches(".*[A-Z]$");
        assertThat(NameField.read(field).givenNames()).isNotEmpty();
    }

    private static String parts(RandomGenerator random, int atLeast) {
        var text = new StringBuilder("AB");
        while (text.length() < atLeast) {
            text.append(random.nextInt(5) == 0 && text.charAt(text.length() - 1) != ' ' ? ' ' : 'A');
        }
        return text.append('Z').toString();
    }

    private static List<Field> covered(MrzFormat format) {
        var places = new ArrayList<Field>();
        for (var field : format.layout().coveredByComposite()) {
            for (var i = 0; i < field.length(); i++) {
                places.add(new Field(field.line(), field.column() + i, 1));
            }
        }
        return places;
    }

    private static List<String> set(List<String> lines, Field place, char to) {
        var changed = new ArrayList<>(lines);
        var line = new StringBuilder(lines.get(place.line() - 1));
        line.setCharAt(place.column() - 1, to);
        changed.set(place.line() - 1, line.toString());
        return changed;
    }

    private static RandomGenerator random(long seed) {
        return new SplittableRandom(seed);
    }
}
