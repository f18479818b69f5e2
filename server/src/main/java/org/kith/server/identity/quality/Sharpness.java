package org.kith.server.identity.quality;

import java.util.Arrays;

/// Whether lines are sharp: the variance of the Laplacian, which blur takes away, over the variance of the shades,
/// which
/// blur leaves; square by square, where there is something to see.
final class Sharpness {
    /// The picture is looked at in squares of so many pixels.
    static final int SQUARE = 25;

    /// A square with less variance is empty paper, or the noise of a sensor.
    static final double SOMETHING = 200;

    /// Fewer squares with something on them say nothing.
    static final int LEAST_SQUARES = 12;

    /// Below this, writing of ten points on a page that fills the picture is not legible.
    static final double SHARP = 0.3;

    private Sharpness() {}

    static boolean isBlurred(Grey picture) {
        return of(picture) < SHARP;
    }

    /// The median of the squares; infinite where there is nothing to see.
    static double of(Grey picture) {
        var columns = (picture.width() - 2) / SQUARE;
        var rows = (picture.height() - 2) / SQUARE;
        var found = new double[Math.max(0, columns * rows)];
        var count = 0;
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var sharpness = of(picture, 1 + column * SQUARE, 1 + row * SQUARE);
                if (sharpness >= 0) found[count++] = sharpness;
            }
        }
        if (count < LEAST_SQUARES) return Double.POSITIVE_INFINITY;

        Arrays.sort(found, 0, count);
        return found[count / 2];
    }

    /// Of one square; negative where it is empty.
    private static double of(Grey picture, int left, int top) {
        double sum = 0;
        double squares = 0;
        double bends = 0;
        double bendSquares = 0;
        for (var y = top; y < top + SQUARE; y++) {
            for (var x = left; x < left + SQUARE; x++) {
                var shade = picture.at(x, y);
                var bend = 4 * shade
                        - picture.at(x - 1, y)
                        - picture.at(x + 1, y)
                        - picture.at(x, y - 1)
                        - picture.at(x, y + 1);
                sum += shade;
                squares += shade * shade;
                bends += bend;
                bendSquares += bend * bend;
            }
        }
        var count = SQUARE * SQUARE;
        var variance = squares / count - (sum / count) * (sum / count);
        return variance < SOMETHING ? -1 : (bendSquares / count - (bends / count) * (bends / count)) / variance;
    }
}
