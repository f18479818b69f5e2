package org.kith.server.identity.quality;

import java.util.ArrayList;
import java.util.List;

/// Whether the hand moved while the picture was taken. Lines along the way stay sharp, lines across it run out: so each
/// direction is measured apart, and against the one that crosses it.
final class Shake {
    /// Directions to the next pixel, each two after the one it crosses.
    private static final int[][] NEXT = {{1, 0}, {1, 1}, {0, 1}, {-1, 1}};

    /// A square in which less than this share of the variance goes up and down along a direction has nothing across it:
    /// a ruled line is not blurred because it is straight.
    static final double ACROSS = 0.02;

    /// Along the way, shades bend so many times less than across it. In writing that nobody shook it is a third or
    /// more.
    static final double LESS = 0.15;

    /// And they bend less than this for as much as they rise. Where ink ends sharply, it is four.
    static final double SOFT = 2;

    private Shake() {}

    static boolean isIn(Grey picture) {
        var bends = new ArrayList<List<Double>>();
        var softness = new ArrayList<List<Double>>();
        for (var _ : NEXT) {
            bends.add(new ArrayList<>());
            softness.add(new ArrayList<>());
        }
        for (var top = 1; top + Sharpness.SQUARE < picture.height(); top += Sharpness.SQUARE) {
            for (var left = 1; left + Sharpness.SQUARE < picture.width(); left += Sharpness.SQUARE) {
                look(picture, left, top, bends, softness);
            }
        }
        for (var way = 0; way < NEXT.length; way++) {
            var across = bends.get((way + 2) % NEXT.length);
            // Where most squares have something in one direction only, they are rules and no writing.
            var isWriting = 2 * bends.get(way).size() >= Math.max(across.size(), 2 * Sharpness.LEAST_SQUARES);
            if (!isWriting || across.size() < Sharpness.LEAST_SQUARES) continue;
            if (median(softness.get(way)) < SOFT && median(bends.get(way)) < LESS * median(across)) return true;
        }
        return false;
    }

    private static void look(Grey picture, int left, int top, List<List<Double>> bends, List<List<Double>> softness) {
        var variance = variance(picture, left, top);
        if (variance < Sharpness.SOMETHING) return;

        for (var way = 0; way < NEXT.length; way++) {
            double bend = 0;
            double rise = 0;
            for (var y = top; y < top + Sharpness.SQUARE; y++) {
                for (var x = left; x < left + Sharpness.SQUARE; x++) {
                    var next = picture.at(x + NEXT[way][0], y + NEXT[way][1]);
                    var last = picture.at(x - NEXT[way][0], y - NEXT[way][1]);
                    var bent = 2 * picture.at(x, y) - next - last;
                    bend += bent * bent;
                    rise += (next - last) * (next - last) / 4.0;
                }
            }
            if (rise <= ACROSS * variance * Sharpness.SQUARE * Sharpness.SQUARE) continue;
            bends.get(way).add(bend / variance);
            softness.get(way).add(bend / rise);
        }
    }

    private static double variance(Grey picture, int left, int top) {
        double sum = 0;
        double squares = 0;
        for (var y = top; y < top + Sharpness.SQUARE; y++) {
            for (var x = left; x < left + Sharpness.SQUARE; x++) {
                var shade = picture.at(x, y);
                sum += shade;
                squares += shade * shade;
            }
        }
        var count = Sharpness.SQUARE * Sharpness.SQUARE;
        return squares / count - (sum / count) * (sum / count);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
