package org.kith.credential.mrz.optical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds lines of evenly set letters on a picture that lies straight: dark strokes, smeared together where no more than
/// a
/// letter's width lies between them, that make a strip many times longer than high.
final class Strips {
    /// Darker than so much of the mean around is ink.
    private static final double INK = 0.84;

    private static final double GAP = 1.5;
    private static final int FEWEST_LETTERS = 24;
    private static final int MOST_LETTERS = 50;

    /// No letter has more than three in one row.
    private static final int MOST_STROKES = 3 * MOST_LETTERS;

    private final Plane plane;
    private final int pitch;

    private Strips(Plane plane, int pitch) {
        this.plane = plane;
        this.pitch = pitch;
    }

    /// From top to bottom.
    ///
    /// @param pitch about how wide a letter's cell is
    static List<Strip> in(Plane plane, int pitch) {
        var strips = new Strips(plane, pitch);
        var ink = strips.ink();
        return pieces(strips.runs(ink)).stream()
                .filter(strip -> strips.isLine(strip) && strips.isWritten(strip, ink))
                .sorted(Comparator.comparingInt(Strip::top))
                .toList();
    }

    private boolean isLine(Strip strip) {
        return strip.width() > FEWEST_LETTERS * pitch * 0.8
                && strip.width() < MOST_LETTERS * pitch * 1.25
                && strip.height() > 0.5 * pitch
                && strip.height() < 2.2 * pitch;
    }

    /// A line of letters is crossed by as many strokes; a shadow, or the grain of a table, is not.
    private boolean isWritten(Strip strip, boolean[] ink) {
        var most = 0;
        for (var y = strip.top(); y < strip.bottom(); y++) {
            var strokes = 0;
            for (var x = strip.left() + 1; x < strip.right(); x++) {
                if (ink[y * plane.width() + x] && !ink[y * plane.width() + x - 1]) strokes++;
            }
            most = Math.max(most, strokes);
        }
        return most >= FEWEST_LETTERS && most < MOST_STROKES;
    }

    private boolean[] ink() {
        var width = plane.width();
        var sums = new double[(width + 1) * (plane.height() + 1)];
        for (var y = 0; y < plane.height(); y++) {
            var row = 0.0;
            for (var x = 0; x < width; x++) {
                row += plane.at(x, y);
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        var ink = new boolean[width * plane.height()];
        for (var y = 0; y < plane.height(); y++) {
            var top = Math.max(0, y - pitch);
            var bottom = Math.min(plane.height(), y + pitch + 1);
            for (var x = 0; x < width; x++) {
                var left = Math.max(0, x - pitch);
                var right = Math.min(width, x + pitch + 1);
                var sum = sums[bottom * (width + 1) + right]
                        - sums[top * (width + 1) + right]
                        - sums[bottom * (width + 1) + left]
                        + sums[top * (width + 1) + left];
                ink[y * width + x] = plane.at(x, y) * (double) (right - left) * (bottom - top) < INK * sum;
            }
        }
        return ink;
    }

    /// A stretch of ink in one row, gaps smeared over.
    private record Run(int y, int left, int right) {}

    private List<List<Run>> runs(boolean[] ink) {
        var gap = (int) (GAP * pitch);
        var rows = new ArrayList<List<Run>>();
        for (var y = 0; y < plane.height(); y++) {
            var row = new ArrayList<Run>();
            var left = -1;
            var last = 0;
            for (var x = 0; x < plane.width(); x++) {
                if (!ink[y * plane.width() + x]) continue;
                if (left >= 0 && x - last > gap) {
                    row.add(new Run(y, left, last + 1));
                    left = -1;
                }
                if (left < 0) left = x;
                last = x;
            }
            if (left >= 0) row.add(new Run(y, left, last + 1));
            // Specks are no letters, and would tie lines together.
            row.removeIf(run -> run.right() - run.left() < pitch);
            rows.add(row);
        }
        return rows;
    }

    /// Runs that touch from row to row, as boxes.
    private static List<Strip> pieces(List<List<Run>> rows) {
        var boxes = new ArrayList<Strip>();
        var into = new ArrayList<Integer>();
        List<Run> before = List.of();
        var firstBefore = 0;
        for (var row : rows) {
            var first = boxes.size();
            for (var run : row) {
                var piece = boxes.size();
                boxes.add(new Strip(run.left(), run.y(), run.right(), run.y() + 1));
                into.add(piece);
                for (var i = 0; i < before.size(); i++) {
                    var above = before.get(i);
                    if (above.left() >= run.right() || run.left() >= above.right()) continue;
                    var other = root(into, firstBefore + i);
                    var mine = root(into, piece);
                    if (other == mine) continue;
                    into.set(mine, other);
                    boxes.set(other, joined(boxes.get(other), boxes.get(mine)));
                }
            }
            before = row;
            firstBefore = first;
        }
        var pieces = new ArrayList<Strip>();
        for (var i = 0; i < boxes.size(); i++) if (into.get(i) == i) pieces.add(boxes.get(i));
        return pieces;
    }

    private static int root(List<Integer> into, int piece) {
        var at = piece;
        while (into.get(at) != at) at = into.get(at);
        return at;
    }

    private static Strip joined(Strip one, Strip other) {
        return new Strip(
                Math.min(one.left(), other.left()),
                Math.min(one.top(), other.top()),
                Math.max(one.right(), other.right()),
                Math.max(one.bottom(), other.bottom()));
    }
}
