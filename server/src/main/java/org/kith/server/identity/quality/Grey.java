package org.kith.server.identity.quality;

import java.awt.image.BufferedImage;

/// A picture in shades of grey, 0 black to 255 white.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Grey(int width, int height, int[] shades) {
    public Grey {
        if (width < 1 || height < 1 || shades.length != width * height)
            throw new IllegalArgumentException("no picture");
    }

    /// A picture made so small that its longer edge has at most `edge` pixels, each the mean of those it stands for.
    public static Grey of(BufferedImage picture, int edge) {
        var scale = Math.min(1.0, (double) edge / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var columns = new int[picture.getWidth()];
        for (var x = 0; x < columns.length; x++) columns[x] = (int) ((long) x * width / columns.length);

        var sums = new int[width * height];
        var counts = new int[width * height];
        var row = new int[picture.getWidth()];
        for (var y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            var start = (int) ((long) y * height / picture.getHeight()) * width;
            for (var x = 0; x < row.length; x++) {
                sums[start + columns[x]] += shade(row[x]);
                counts[start + columns[x]]++;
            }
        }
        for (var i = 0; i < sums.length; i++) sums[i] /= Math.max(1, counts[i]);
        return new Grey(width, height, sums);
    }

    public int at(int x, int y) {
        return shades[y * width + x];
    }

    /// How many pixels have each shade.
    int[] histogram() {
        var histogram = new int[256];
        for (var shade : shades) histogram[shade]++;
        return histogram;
    }

    /// The shade that `share` of all pixels, 0 to 1, are darker than or equal to.
    int percentile(double share) {
        var wanted = share * shades.length;
        var histogram = histogram();
        var seen = 0;
        for (var shade = 0; shade < 256; shade++) {
            seen += histogram[shade];
            if (seen > wanted) return shade;
        }
        return 255;
    }

    /// ITU-R BT.601, in whole numbers.
    private static int shade(int rgb) {
        return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
    }
}
