package org.kith.server.identity.quality;

import java.util.ArrayList;
import java.util.List;
import org.kith.server.identity.quality.Lattice.Peak;

/// The power spectrum of a square piece of a picture, and the narrow peaks in it.
final class Spectrum {
    static final int SIDE = 128;

    /// So many waves a piece are things to be seen; finer are dots.
    static final int FINE = 8;

    /// The finest are what a camera's own mosaic leaves behind.
    static final int FINEST = SIDE / 2 - 3;

    /// What runs along rows or columns comes from JPEG's squares and from making a picture larger or smaller.
    static final int ALONG_AN_AXIS = 2;

    /// A peak stands out so many times from what lies around it. Noise alone gets to ten.
    static final double STANDS_OUT = 20;

    /// And swings by this much of a shade, or it is rounding.
    static final double SWING = 0.1;

    /// A sine of this swing under the window has so much power.
    private static final double LEAST_POWER = SWING * SWING * Math.pow(SIDE, 4) / 64;

    /// What lies around: a square this far to each side, without the peak's own.
    private static final int AROUND = 6;

    private static final int OWN = 2;

    private static final double[] WINDOW = new double[SIDE];

    static {
        for (var i = 0; i < SIDE; i++) WINDOW[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIDE);
    }

    /// From no wave down to half as many as pixels; the other half says the same.
    private final double[] power = new double[SIDE * (SIDE / 2 + 1)];

    private Spectrum() {}

    /// Of two pieces at the price of one: a transform of numbers with two parts takes one in each.
    static List<List<Peak>> peaks(Grey one, Grey other) {
        var real = windowed(one);
        var imaginary = windowed(other);
        Fourier.transform(real, imaginary);
        var first = new Spectrum();
        var second = new Spectrum();
        for (var down = 0; down <= SIDE / 2; down++) {
            for (var across = 0; across < SIDE; across++) {
                var here = down * SIDE + across;
                var there = (SIDE - down) % SIDE * SIDE + (SIDE - across) % SIDE;
                first.power[here] = square(real[here] + real[there], imaginary[here] - imaginary[there]);
                second.power[here] = square(imaginary[here] + imaginary[there], real[there] - real[here]);
            }
        }
        return List.of(first.peaks(), second.peaks());
    }

    private static double square(double real, double imaginary) {
        return (real * real + imaginary * imaginary) / 4;
    }

    /// Fading towards its edges: they would be steps.
    private static double[] windowed(Grey piece) {
        var sum = 0L;
        for (var shade : piece.shades()) sum += shade;
        var mean = (double) sum / piece.shades().length;
        var values = new double[SIDE * SIDE];
        for (var i = 0; i < values.length; i++) {
            values[i] = (piece.shades()[i] - mean) * WINDOW[i % SIDE] * WINDOW[i / SIDE];
        }
        return values;
    }

    private List<Peak> peaks() {
        var peaks = new ArrayList<Peak>();
        for (var down = ALONG_AN_AXIS + 1; down < FINEST; down++) {
            for (var across = 1 - FINEST; across < FINEST; across++) {
                var dots = Math.abs(across) > ALONG_AN_AXIS && across * across + down * down >= FINE * FINE;
                if (dots && isPeak(across, down)) peaks.add(new Peak(across, down));
            }
        }
        return peaks;
    }

    private boolean isPeak(int across, int down) {
        var here = at(across, down);
        return here >= LEAST_POWER
                && here >= at(across - 1, down)
                && here >= at(across + 1, down)
                && here >= at(across, down - 1)
                && here >= at(across, down + 1)
                && here >= STANDS_OUT * around(across, down);
    }

    private double around(int across, int down) {
        var sum = 0.0;
        var count = 0;
        for (var y = -AROUND; y <= AROUND; y++) {
            for (var x = -AROUND; x <= AROUND; x++) {
                if (Math.abs(x) <= OWN && Math.abs(y) <= OWN) continue;
                sum += at(across + x, down + y);
                count++;
            }
        }
        return sum / count;
    }

    private double at(int across, int down) {
        if (down < 0) return at(-across, -down);
        if (down > SIDE / 2) return at(-across, SIDE - down);
        return power[down * SIDE + (SIDE + across) % SIDE];
    }
}
