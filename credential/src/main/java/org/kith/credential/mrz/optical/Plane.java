package org.kith.credential.mrz.optical;

import java.awt.image.BufferedImage;

/// A picture in shades of grey, 0 black to 255 white.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Plane(int width, int height, float[] shades) {
    /// What lies beyond the edges.
    private static final float PAPER = 230;

    static Plane of(BufferedImage picture) {
        var shades = new float[picture.getWidth() * picture.getHeight()];
        var row = new int[picture.getWidth()];
        for (var y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (var x = 0; x < row.length; x++) {
                // ITU-R BT.601.
                shades[y * row.length + x] =
                        0.299f * (row[x] >> 16 & 0xFF) + 0.587f * (row[x] >> 8 & 0xFF) + 0.114f * (row[x] & 0xFF);
            }
        }
        return new Plane(picture.getWidth(), picture.getHeight(), shades);
    }

    float at(int x, int y) {
        return shades[y * width + x];
    }

    /// Between pixels; (0.5, 0.5) is the middle of the first.
    float between(double x, double y) {
        var left = (int) Math.floor(x - 0.5);
        var top = (int) Math.floor(y - 0.5);
        if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return PAPER;

        var right = (float) (x - 0.5 - left);
        var down = (float) (y - 0.5 - top);
        var at = top * width + left;
        var above = shades[at] + right * (shades[at + 1] - shades[at]);
        var below = shades[at + width] + right * (shades[at + width + 1] - shades[at + width]);
        return above + down * (below - above);
    }

    /// Made smaller by a factor of at least 1; each pixel is the mean of those it stands for.
    Plane shrunk(double factor) {
        if (factor <= 1) return this;

        var across = Math.max(1, (int) (width / factor));
        var down = Math.max(1, (int) (height / factor));
        var sums = new float[across * down];
        var counts = new int[across * down];
        for (var y = 0; y < height; y++) {
            var row = (int) ((long) y * down / height) * across;
            for (var x = 0; x < width; x++) {
                var to = row + (int) ((long) x * across / width);
                sums[to] += shades[y * width + x];
                counts[to]++;
            }
        }
        for (var i = 0; i < sums.length; i++) sums[i] /= Math.max(1, counts[i]);
        return new Plane(across, down, sums);
    }

    /// A part of it; what would lie beyond the edges is left away.
    Plane part(int left, int top, int right, int bottom) {
        var fromX = Math.clamp(left, 0, width - 1);
        var fromY = Math.clamp(top, 0, height - 1);
        var across = Math.clamp(right, fromX + 1, width) - fromX;
        var down = Math.clamp(bottom, fromY + 1, height) - fromY;
        var part = new float[across * down];
        for (var y = 0; y < down; y++) {
            System.arraycopy(shades, (fromY + y) * width + fromX, part, y * across, across);
        }
        return new Plane(across, down, part);
    }

    /// What lies askew by some degrees clockwise, straight.
    Plane straightened(double degrees) {
        if (degrees == 0) return this;

        var cos = Math.cos(Math.toRadians(degrees));
        var sin = Math.sin(Math.toRadians(degrees));
        var straight = new float[shades.length];
        for (var y = 0; y < height; y++) {
            var down = y + 0.5 - height / 2.0;
            for (var x = 0; x < width; x++) {
                var right = x + 0.5 - width / 2.0;
                straight[y * width + x] =
                        between(right * cos - down * sin + width / 2.0, right * sin + down * cos + height / 2.0);
            }
        }
        return new Plane(width, height, straight);
    }

    /// A quarter turn clockwise.
    Plane turned() {
        var turned = new float[shades.length];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) turned[x * height + height - 1 - y] = shades[y * width + x];
        }
        return new Plane(/* width= */ height, /* height= */ width, turned);
    }
}
