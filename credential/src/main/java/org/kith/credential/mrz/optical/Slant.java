package org.kith.credential.mrz.optical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The angles at which lines of writing may lie: those at which rows differ most from each other.
final class Slant {
    private static final int EDGE = 900;
    private static final double COARSE = 0.5;
    private static final double FINE = 0.1;

    private final Plane plane;
    private final int margin;

    private Slant(Plane plane, double most) {
        this.plane = plane;
        this.margin = 1 + (int) Math.ceil(plane.width() / 2.0 * Math.tan(Math.toRadians(most + COARSE)));
    }

    /// Up to `count` angles within `most` degrees, clockwise, the likeliest first. Straight is always among them.
    static List<Double> likely(Plane plane, double most, int count) {
        var small = plane.shrunk((double) Math.max(plane.width(), plane.height()) / EDGE);
        var slant = new Slant(small, most);
        if (small.height() <= 2 * slant.margin + 2) return List.of(0.0);

        var angles = new ArrayList<>(slant.peaks(most).stream().limit(count).toList());
        if (angles.stream().noneMatch(angle -> Math.abs(angle) < COARSE)) angles.add(0.0);
        return angles;
    }

    /// The angle within `most` degrees that suits a strip of lines best.
    static double best(Plane strip, double most) {
        var slant = new Slant(strip, most);
        if (strip.height() <= 2 * slant.margin + 2) return 0;

        return slant.refined(0, most);
    }

    private List<Double> peaks(double most) {
        record Peak(double angle, double contrast) {}
        var steps = (int) Math.round(2 * most / COARSE);
        var contrasts = new double[steps + 1];
        for (var i = 0; i <= steps; i++) contrasts[i] = contrast(-most + i * COARSE);

        var peaks = new ArrayList<Peak>();
        for (var i = 0; i <= steps; i++) {
            var before = i == 0 ? 0 : contrasts[i - 1];
            var after = i == steps ? 0 : contrasts[i + 1];
            if (contrasts[i] >= before && contrasts[i] > after) {
                var angle = refined(-most + i * COARSE, COARSE);
                peaks.add(new Peak(angle, contrast(angle)));
            }
        }
        peaks.sort(Comparator.comparingDouble(Peak::contrast).reversed());
        return peaks.stream().map(Peak::angle).toList();
    }

    private double refined(double about, double reach) {
        var best = about;
        var most = 0.0;
        for (var angle = about - reach; angle <= about + reach + FINE / 2; angle += FINE) {
            var contrast = contrast(angle);
            if (contrast > most) {
                most = contrast;
                best = angle;
            }
        }
        return best;
    }

    private double contrast(double degrees) {
        var slope = Math.tan(Math.toRadians(degrees));
        var rows = new double[plane.height() - 2 * margin];
        for (var x = 0; x < plane.width(); x += 2) {
            var shift = margin + (int) Math.round((x - plane.width() / 2.0) * slope);
            if (shift < 0 || shift + rows.length > plane.height()) continue;
            for (var y = 0; y < rows.length; y++) rows[y] += plane.at(x, y + shift);
        }
        var sum = 0.0;
        for (var y = 1; y < rows.length; y++) sum += (rows[y] - rows[y - 1]) * (rows[y] - rows[y - 1]);
        return sum;
    }
}
