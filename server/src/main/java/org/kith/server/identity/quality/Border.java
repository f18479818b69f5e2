package org.kith.server.identity.quality;

import java.util.ArrayList;
import java.util.List;

/// Whether the paper goes on beyond the picture: writing runs into an edge, or the table shows on one side and the
/// paper
/// leaves the picture on another.
final class Border {
    /// A side is paper where so much of it has about the shade of paper, and table where so little has.
    static final double PAPER = 0.6;

    static final double TABLE = 0.15;

    /// How far from the paper's shade is still paper, and from where on it is ink.
    static final int ABOUT = 28;

    static final int INK = 60;

    /// So many strokes cut by one side are writing; fewer may be a stain or a staple.
    static final int STROKES = 5;

    /// A dark run longer than this is a shadow or the lid of a scanner, no stroke.
    static final int LONGEST_STROKE = 20;

    private Border() {}

    static boolean cutsOff(Grey picture) {
        // Of the middle, so that the table does not count.
        var paper = middle(picture).percentile(0.7);
        var sides = sides(picture);
        if (sides.stream().anyMatch(side -> share(side, paper) >= PAPER && strokes(side, paper) >= STROKES))
            return true;

        var table = sides.stream().filter(side -> share(side, paper) <= TABLE).count();
        var cut = sides.stream().filter(side -> share(side, paper) >= PAPER).count();
        return table > 0 && cut > 0;
    }

    private static Grey middle(Grey picture) {
        var width = Math.max(1, picture.width() * 3 / 5);
        var height = Math.max(1, picture.height() * 3 / 5);
        var shades = new int[width * height];
        for (var y = 0; y < height; y++) {
            System.arraycopy(
                    picture.shades(),
                    (picture.height() / 5 + y) * picture.width() + picture.width() / 5,
                    shades,
                    y * width,
                    width);
        }
        return new Grey(width, height, shades);
    }

    /// The outermost pixels but one, a row or column for each side.
    private static List<int[]> sides(Grey picture) {
        var sides = new ArrayList<int[]>();
        var across = picture.width();
        var down = picture.height();
        var inset = Math.min(1, Math.min(across, down) - 1);
        for (var y : new int[] {inset, down - 1 - inset}) {
            var side = new int[across];
            for (var x = 0; x < across; x++) side[x] = picture.at(x, y);
            sides.add(side);
        }
        for (var x : new int[] {inset, across - 1 - inset}) {
            var side = new int[down];
            for (var y = 0; y < down; y++) side[y] = picture.at(x, y);
            sides.add(side);
        }
        return sides;
    }

    private static double share(int[] side, int paper) {
        var about = 0;
        for (var shade : side) if (Math.abs(shade - paper) <= ABOUT) about++;
        return (double) about / side.length;
    }

    private static int strokes(int[] side, int paper) {
        var strokes = 0;
        var run = 0;
        for (var shade : side) {
            if (paper - shade >= INK) {
                run++;
                continue;
            }
            if (run > 0 && run <= LONGEST_STROKE) strokes++;
            run = 0;
        }
        return strokes;
    }
}
