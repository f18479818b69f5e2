package org.kith.server.identity.quality;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.jspecify.annotations.Nullable;

/// A picture in shades of grey, 0 black to 255 white.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Grey(int width, int height, int[] shades) {
    public Grey {
        if (width < 1 || height < 1 || shades.length != width * height)
            throw new IllegalArgumentException("no picture");
    }

    /// A picture made so small that its longer edge has at most `edge` pixels, each the mean of those it stands for;
    /// of many, some are enough.
    public static Grey of(BufferedImage picture, int edge) {
        var scale = Math.min(1.0, (double) edge / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var columns = new int[picture.getWidth()];
        for (var x = 0; x < columns.length; x++) columns[x] = (int) ((long) x * width / columns.length);

        var sums = new int[width * height];
        var counts = new int[width * height];
        var rows = new Rows(picture);
        var step = Math.max(1, (int) (0.5 / scale));
        for (var y = 0; y < picture.getHeight(); y += step) {
            var row = rows.at(y, 0, columns.length, step);
            var start = (int) ((long) y * height / picture.getHeight()) * width;
            for (var x = 0; x < row.length; x += step) {
                sums[start + columns[x]] += row[x];
                counts[start + columns[x]]++;
            }
        }
        for (var i = 0; i < sums.length; i++) sums[i] /= Math.max(1, counts[i]);
        return new Grey(width, height, sums);
    }

    /// A square of a picture, as it is.
    static Grey piece(BufferedImage picture, int left, int top, int side) {
        var shades = new int[side * side];
        var rows = new Rows(picture);
        for (var y = 0; y < side; y++) {
            System.arraycopy(rows.at(top + y, left, left + side, 1), left, shades, y * side, side);
        }
        return new Grey(side, side, shades);
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

    /// A picture's rows in shades of grey. The bytes of a photo are read as they lie: it is much the faster way.
    private static final class Rows {
        private final BufferedImage picture;
        private final byte @Nullable [] bytes;
        private final int[] row;

        Rows(BufferedImage picture) {
            this.picture = picture;
            this.row = new int[picture.getWidth()];
            this.bytes = picture.getType() == BufferedImage.TYPE_3BYTE_BGR
                    ? ((DataBufferByte) picture.getRaster().getDataBuffer()).getData()
                    : null;
        }

        /// Every so many pixels of a row from one column to before another; the rest of it means nothing.
        int[] at(int y, int from, int to, int step) {
            if (bytes == null) {
                picture.getRGB(from, y, to - from, 1, row, from, row.length);
                for (var x = from; x < to; x += step)
                    row[x] = shade(row[x] >> 16 & 0xFF, row[x] >> 8 & 0xFF, row[x] & 0xFF);
                return row;
            }
            var at = 3 * (row.length * y + from);
            for (var x = from; x < to; x += step, at += 3 * step) {
                row[x] = shade(bytes[at + 2] & 0xFF, bytes[at + 1] & 0xFF, bytes[at] & 0xFF);
            }
            return row;
        }

        /// ITU-R BT.601, in whole numbers.
        private static int shade(int red, int green, int blue) {
            return (77 * red + 150 * green + 29 * blue) >> 8;
        }
    }
}
