package org.kith.server.identity.intake;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.kith.server.identity.quality.Grey;

/// How a phone held the photo: the one thing we take from a file's metadata before we drop it (Exif 2.32 §4.6.4, tag
/// 0x0112).
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    FLIPPED,
    TRANSPOSED,
    TURNED_RIGHT,
    TRANSVERSED,
    TURNED_LEFT;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TAG = 0x0112;

    /// Upright wherever the file does not say, or says it wrongly.
    static Orientation ofJpeg(byte[] file) {
        try {
            return segments(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return UPRIGHT;
        }
    }

    boolean swapsSides() {
        return switch (this) {
            case UPRIGHT, MIRRORED, UPSIDE_DOWN, FLIPPED -> false;
            case TRANSPOSED, TURNED_RIGHT, TRANSVERSED, TURNED_LEFT -> true;
        };
    }

    /// From a stored picture of `width` by `height` to the upright one.
    AffineTransform upright(double width, double height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case FLIPPED -> new AffineTransform(1, 0, 0, -1, 0, height);
            case TRANSPOSED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case TURNED_RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case TRANSVERSED -> new AffineTransform(0, -1, -1, 0, height, width);
            case TURNED_LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }

    /// A stored picture as it stands upright.
    Grey upright(Grey stored) {
        if (this == UPRIGHT) return stored;

        var width = swapsSides() ? stored.height() : stored.width();
        var height = swapsSides() ? stored.width() : stored.height();
        var turn = upright(stored.width(), stored.height());
        var shades = new int[width * height];
        var place = new Point2D.Double();
        for (var y = 0; y < stored.height(); y++) {
            for (var x = 0; x < stored.width(); x++) {
                place.setLocation(x + 0.5, y + 0.5);
                turn.transform(place, place);
                shades[((int) place.y) * width + (int) place.x] = stored.at(x, y);
            }
        }
        return new Grey(width, height, shades);
    }

    private static Orientation segments(ByteBuffer file) {
        file.position(2);
        while (file.remaining() >= 4) {
            var marker = Short.toUnsignedInt(file.getShort());
            var length = Short.toUnsignedInt(file.getShort());
            // Start of scan: what follows is the picture itself.
            if (marker == 0xFFDA || marker < 0xFF00 || length < 2) return UPRIGHT;

            var next = file.position() + length - 2;
            if (marker == 0xFFE1 && isExif(file)) return firstDirectory(file.slice(file.position() + 6, length - 8));
            file.position(next);
        }
        return UPRIGHT;
    }

    private static Orientation of(int value) {
        return switch (value) {
            case 2 -> MIRRORED;
            case 3 -> UPSIDE_DOWN;
            case 4 -> FLIPPED;
            case 5 -> TRANSPOSED;
            case 6 -> TURNED_RIGHT;
            case 7 -> TRANSVERSED;
            case 8 -> TURNED_LEFT;
            default -> UPRIGHT;
        };
    }

    private static boolean isExif(ByteBuffer file) {
        if (file.remaining() < EXIF.length) return false;

        var mark = new byte[EXIF.length];
        file.duplicate().get(mark);
        return Arrays.equals(mark, EXIF);
    }

    private static Orientation firstDirectory(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        var entries = Short.toUnsignedInt(tiff.getShort());
        for (var i = 0; i < entries; i++) {
            var tag = Short.toUnsignedInt(tiff.getShort());
            tiff.position(tiff.position() + 6);
            var value = Short.toUnsignedInt(tiff.getShort());
            tiff.position(tiff.position() + 2);
            if (tag == TAG) return of(value);
        }
        return UPRIGHT;
    }
}
