package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.identity.quality.Lattice;
import org.kith.server.identity.quality.SomePage;

/// People photographed, and screens and prints that show them; each held, lit and clothed another way.
class PictureOfAPictureTest {
    private static final int PEOPLE = 10;
    private static final List<BufferedImage> SHOWN =
            IntStream.range(0, PEOPLE).mapToObj(PictureOfAPictureTest::person).toList();

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 1.6, 3.4, 6})
    void a_screen_is_seen_by_its_pixels(double pitch) {
        assertThat(seen(seed -> new SomeCamera(seed).screen(SHOWN.get(seed), pitch)))
                .isGreaterThanOrEqualTo(PEOPLE * 8 / 10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 5, 9})
    void print_is_seen_by_its_dots(double pitch) {
        assertThat(seen(seed -> new SomeCamera(seed).print(SHOWN.get(seed), pitch)))
                .isGreaterThanOrEqualTo(PEOPLE * 9 / 10);
    }

    @Test
    void a_person_is_not_taken_for_a_picture() {
        assertThat(seen(seed -> new SomeCamera(seed).person(SHOWN.get(seed)))).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.75, 1.3, 1.7})
    void nor_is_a_photo_that_somebody_made_smaller_or_larger(double scale) {
        assertThat(seen(seed -> SomeCamera.resized(new SomeCamera(seed).person(SHOWN.get(seed)), scale)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {0.2f, 0.5f})
    void nor_is_a_poor_jpeg(float quality) {
        assertThat(seen(seed -> SomeCamera.jpeg(new SomeCamera(seed).person(SHOWN.get(seed)), quality)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5, 4})
    void nor_is_a_page_of_writing(double turned) {
        assertThat(Lattice.liesOver(SomePage.onATable().turned(turned).drawn())).isFalse();
        assertThat(Lattice.liesOver(SomePage.scanned().turned(turned).drawn())).isFalse();
    }

    private interface Photographed {
        BufferedImage by(int seed);
    }

    private static long seen(Photographed photographed) {
        return IntStream.range(0, PEOPLE)
                .parallel()
                .filter(seed -> Lattice.liesOver(photographed.by(seed)))
                .count();
    }

    /// A drawn face on skin, cloth and wall that are as uneven as those of nature; every third wears a fine check.
    private static BufferedImage person(int seed) {
        var person = SomeFace.withOpenEyes();
        var random = new Random(seed);
        var coarse = unevenness(random);
        var check = seed % 3 == 0 ? random.nextInt(5, 12) : 0;
        for (var y = 0; y < person.getHeight(); y++) {
            for (var x = 0; x < person.getWidth(); x++) {
                var light = 1 + coarse[y][x] + (check > 0 && y > 700 && (x + y / 3) / check % 2 == 0 ? -0.3 : 0);
                person.setRGB(x, y, lit(person.getRGB(x, y), light));
            }
        }
        return person;
    }

    /// Noise that is the stronger the coarser it is, as in pictures of nature.
    private static double[][] unevenness(Random random) {
        var sum = new double[1000][800];
        for (var grain = 128; grain >= 1; grain /= 2) {
            var noise = new double[1000 / grain + 2][800 / grain + 2];
            for (var row : noise) for (var i = 0; i < row.length; i++) row[i] = random.nextGaussian();
            var strength = 0.01 * Math.sqrt(grain);
            for (var y = 0; y < 1000; y++) {
                for (var x = 0; x < 800; x++)
                    sum[y][x] += strength * between(noise, (double) x / grain, (double) y / grain);
            }
        }
        return sum;
    }

    private static double between(double[][] noise, double x, double y) {
        var column = (int) x;
        var row = (int) y;
        var right = x - column;
        var below = y - row;
        return (noise[row][column] * (1 - right) + noise[row][column + 1] * right) * (1 - below)
                + (noise[row + 1][column] * (1 - right) + noise[row + 1][column + 1] * right) * below;
    }

    private static int lit(int rgb, double light) {
        var red = Math.clamp(Math.round((rgb >> 16 & 0xFF) * light), 0, 255);
        var green = Math.clamp(Math.round((rgb >> 8 & 0xFF) * light), 0, 255);
        var blue = Math.clamp(Math.round((rgb & 0xFF) * light), 0, 255);
        return red << 16 | green << 8 | blue;
    }
}
