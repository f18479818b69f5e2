package org.kith.server.identity.quality;

/// The fast Fourier transform of a square of [Spectrum#SIDE], by Cooley and Tukey.
final class Fourier {
    private static final int SIDE = Spectrum.SIDE;
    private static final int BITS = Integer.numberOfTrailingZeros(SIDE);
    private static final double[] COS = new double[SIDE / 2];
    private static final double[] SIN = new double[SIDE / 2];

    static {
        for (var i = 0; i < SIDE / 2; i++) {
            COS[i] = Math.cos(2 * Math.PI * i / SIDE);
            SIN[i] = -Math.sin(2 * Math.PI * i / SIDE);
        }
    }

    private Fourier() {}

    /// In place: rows, then columns.
    static void transform(double[] real, double[] imaginary) {
        var re = new double[SIDE];
        var im = new double[SIDE];
        for (var y = 0; y < SIDE; y++) line(real, imaginary, y * SIDE, 1, re, im);
        for (var x = 0; x < SIDE; x++) line(real, imaginary, x, SIDE, re, im);
    }

    private static void line(double[] real, double[] imaginary, int from, int step, double[] re, double[] im) {
        for (var i = 0; i < SIDE; i++) {
            var at = Integer.reverse(i) >>> (Integer.SIZE - BITS);
            re[at] = real[from + i * step];
            im[at] = imaginary[from + i * step];
        }
        for (var half = 1; half < SIDE; half *= 2) {
            for (var start = 0; start < SIDE; start += 2 * half) butterflies(re, im, start, half);
        }
        for (var i = 0; i < SIDE; i++) {
            real[from + i * step] = re[i];
            imaginary[from + i * step] = im[i];
        }
    }

    private static void butterflies(double[] re, double[] im, int start, int half) {
        var turn = SIDE / 2 / half;
        for (var k = 0; k < half; k++) {
            var upper = start + k;
            var lower = upper + half;
            var cos = COS[k * turn];
            var sin = SIN[k * turn];
            var turned = re[lower] * cos - im[lower] * sin;
            var aside = re[lower] * sin + im[lower] * cos;
            re[lower] = re[upper] - turned;
            im[lower] = im[upper] - aside;
            re[upper] += turned;
            im[upper] += aside;
        }
    }
}
