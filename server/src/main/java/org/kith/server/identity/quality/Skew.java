package org.kith.server.identity.quality;

import java.util.Arrays;

/// By how much a page lies askew: the angle at which its lines of writing, and the edges of the paper, fall together in
/// rows. Only where they plainly do; a picture of anything else is left as it is.
public final class Skew {
    /// In degrees. Whoever holds a telephone more askew than that sees it.
    static final double MOST = 5;

    /// Less than this nobody sees.
    static final double LEAST = 0.4;

    /// The rows at the angle found stand out so many times more than as the picture lies.
    static final double PLAINLY = 1.4;

    /// And so many times more than at most angles.
    static final double STANDS_OUT = 2.5;

    /// With less contrast than this between rows there are none.
    static final double SOMETHING = 0.5;

    private static final double COARSE = 0.5;
    private static final double FINE = 0.1;

    /// Columns that are looked at, so many apart.
    private static final int STEP = 2;

    private final Grey picture;
    private final int margin;

    private Skew(Grey picture) {
        this.picture = picture;
        this.margin = 1 + (int) Math.ceil(picture.width() / 2.0 * Math.tan(Math.toRadians(MOST + 2)));
    }

    /// In degrees, clockwise; 0 where nobody can be sure.
    public static double of(Grey picture) {
        var skew = new Skew(picture);
        return picture.height() < 4 * skew.margin ? 0 : skew.found();
    }

    private double found() {
        var count = (int) Math.round(2 * (MOST + 1) / COARSE) + 1;
        var contrasts = new double[count];
        var best = 0;
        for (var i = 0; i < count; i++) {
            contrasts[i] = contrast(angle(i));
            if (contrasts[i] > contrasts[best]) best = i;
        }
        var angle = refined(angle(best));
        if (Math.abs(angle) < LEAST || Math.abs(angle) > MOST) return 0;

        var peak = contrast(angle);
        var usual = contrasts.clone();
        Arrays.sort(usual);
        var sure = peak >= SOMETHING && peak >= PLAINLY * contrast(0) && peak >= STANDS_OUT * usual[count / 2];
        return sure ? angle : 0;
    }

    private static double angle(int step) {
        return -(MOST + 1) + step * COARSE;
    }

    private double refined(double about) {
        var best = about;
        var most = 0.0;
        for (var angle = about - COARSE; angle <= about + COARSE + FINE / 2; angle += FINE) {
            var contrast = contrast(angle);
            if (contrast > most) {
                most = contrast;
                best = angle;
            }
        }
        return best;
    }

    /// How much one row differs from the next, when rows run at an angle: the mean square of the steps between them.
    private double contrast(double degrees) {
        var slope = Math.tan(Math.toRadians(degrees));
        var rows = new int[picture.height() - 2 * margin];
        var columns = 0;
        for (var x = 0; x < picture.width(); x += STEP) {
            var shift = margin + (int) Math.round((x - picture.width() / 2.0) * slope);
            for (var y = 0; y < rows.length; y++) rows[y] += picture.at(x, y + shift);
            columns++;
        }
        var sum = 0.0;
        for (var y = 1; y < rows.length; y++) {
            var step = (double) (rows[y] - rows[y - 1]) / columns;
            sum += step * step;
        }
        return sum / (rows.length - 1);
    }
}
