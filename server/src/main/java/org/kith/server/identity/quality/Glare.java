package org.kith.server.identity.quality;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/// A lamp or a flash that shines back from the paper: a spot where everything is white, which fades into the paper
/// around it. White that ends sharply is a margin, a label or the lid of a scanner.
final class Glare {
    /// The picture is looked at in squares of so many pixels.
    static final int SQUARE = 20;

    static final int BLOWN = 252;

    /// Of a square's pixels.
    static final double BLOWN_SHARE = 0.9;

    /// A spot of fewer squares hides a word at most.
    static final int LEAST_SQUARES = 5;

    /// More of the picture than this is no spot: it is a scan, or white paper.
    static final double MOST = 0.4;

    /// Paper brighter than this has no spots that could be told from it.
    static final int PAPER_MOST = 238;

    /// The paper next to a spot, one square left out, is at least so much of the way from paper to white.
    static final double FADES = 0.3;

    private final int columns;
    private final int rows;
    private final int[] papers;
    private final BitSet blown = new BitSet();

    private Glare(Grey picture) {
        columns = picture.width() / SQUARE;
        rows = picture.height() / SQUARE;
        papers = new int[columns * rows];
        for (var square = 0; square < papers.length; square++) measure(picture, square);
    }

    static boolean isIn(Grey picture) {
        var paper = picture.percentile(0.6);
        return paper <= PAPER_MOST && new Glare(picture).hasSpot(paper);
    }

    private void measure(Grey picture, int square) {
        var shades = new int[SQUARE * SQUARE];
        for (var y = 0; y < SQUARE; y++) {
            for (var x = 0; x < SQUARE; x++) {
                shades[y * SQUARE + x] = picture.at(square % columns * SQUARE + x, square / columns * SQUARE + y);
            }
        }
        Arrays.sort(shades);
        // Writing is darker, and fills less.
        papers[square] = shades[shades.length * 7 / 10];
        if (shades[(int) (shades.length * (1 - BLOWN_SHARE))] >= BLOWN) blown.set(square);
    }

    private boolean hasSpot(int paper) {
        var left = (BitSet) blown.clone();
        for (var start = left.nextSetBit(0); start >= 0; start = left.nextSetBit(start)) {
            var spot = take(start, left);
            var size = spot.cardinality();
            if (size >= LEAST_SQUARES && size <= MOST * papers.length && fades(spot, paper)) return true;
        }
        return false;
    }

    /// Takes a connected spot out of `left`.
    private BitSet take(int start, BitSet left) {
        var spot = new BitSet();
        var next = new ArrayDeque<Integer>();
        next.add(start);
        while (!next.isEmpty()) {
            var square = next.remove();
            if (!left.get(square)) continue;
            left.clear(square);
            spot.set(square);
            around(square).stream().filter(left::get).forEach(next::add);
        }
        return spot;
    }

    private boolean fades(BitSet spot, int paper) {
        var near = grown(spot);
        var rim = grown(near);
        rim.andNot(near);
        if (rim.isEmpty()) return false;

        var around = rim.stream().map(square -> papers[square]).sorted().toArray();
        // Not all of them: a spot may reach over the edge of the paper.
        return around[around.length * 6 / 10] >= paper + FADES * (255 - paper);
    }

    private BitSet grown(BitSet squares) {
        var grown = (BitSet) squares.clone();
        squares.stream().forEach(square -> grown.or(around(square)));
        return grown;
    }

    private BitSet around(int square) {
        var around = new BitSet();
        var column = square % columns;
        for (var row = square / columns - 1; row <= square / columns + 1; row++) {
            if (row < 0 || row >= rows) continue;
            around.set(row * columns + Math.max(0, column - 1), row * columns + Math.min(columns - 1, column + 1) + 1);
        }
        return around;
    }
}
