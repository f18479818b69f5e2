package org.kith.server.identity.intake;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/// From a decoded picture to the one we keep, in a single pass: turned upright, straightened and made smaller, each
/// pixel
/// mixed from the four it falls between. Where a straightened picture has corners that the photo has not, they are
/// white.
final class Resampling {
    /// Positions are counted in parts of a pixel.
    private static final int BITS = 16;

    private static final int HALF = 1 << (BITS - 1);

    private final int width;
    private final int height;
    private final byte[] samples;
    private final int farRight;
    private final int farDown;

    private Resampling(BufferedImage decoded) {
        var stored = inBytes(decoded);
        width = stored.getWidth();
        height = stored.getHeight();
        samples = ((DataBufferByte) stored.getRaster().getDataBuffer()).getData();
        farRight = Math.max(0, ((width - 1) << BITS) - 1);
        farDown = Math.max(0, ((height - 1) << BITS) - 1);
    }

    /// @param skew by how many degrees clockwise the upright picture lies askew
    /// @param edge the longest edge that the result may have
    static BufferedImage of(BufferedImage decoded, Orientation orientation, double skew, int edge) {
        var turned = Math.toRadians(skew);
        var across = orientation.swapsSides() ? decoded.getHeight() : decoded.getWidth();
        var down = orientation.swapsSides() ? decoded.getWidth() : decoded.getHeight();
        var straightAcross = across * Math.cos(turned) + down * Math.abs(Math.sin(turned));
        var straightDown = across * Math.abs(Math.sin(turned)) + down * Math.cos(turned);
        var scale = Math.min(1.0, edge / Math.max(straightAcross, straightDown));
        var result = empty(atLeastOne(scale * straightAcross), atLeastOne(scale * straightDown));

        var back = back(orientation, decoded.getWidth(), decoded.getHeight());
        back.translate(across / 2.0, down / 2.0);
        back.rotate(turned);
        back.translate(-straightAcross / 2, -straightDown / 2);
        back.scale(straightAcross / result.getWidth(), straightDown / result.getHeight());
        new Resampling(decoded).fill(result, back);
        return result;
    }

    private static AffineTransform back(Orientation orientation, int width, int height) {
        try {
            return orientation.upright(width, height).createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(BufferedImage result, AffineTransform back) {
        var into = ((DataBufferByte) result.getRaster().getDataBuffer()).getData();
        var ahead = fixed(back.getScaleX());
        var aside = fixed(back.getShearY());
        for (var y = 0; y < result.getHeight(); y++) {
            var start = back.transform(new java.awt.geom.Point2D.Double(0.5, y + 0.5), null);
            row(
                    into,
                    y * result.getWidth() * 3,
                    result.getWidth(),
                    fixed(start.getX() - 0.5),
                    ahead,
                    fixed(start.getY() - 0.5),
                    aside);
        }
    }

    private void row(byte[] into, int from, int count, int x, int ahead, int y, int aside) {
        var right = width > 1 ? 3 : 0;
        var down = height > 1 ? 3 * width : 0;
        var to = from;
        for (var i = 0; i < count; i++, x += ahead, y += aside, to += 3) {
            if (x < -HALF || y < -HALF || x > farRight + HALF || y > farDown + HALF) {
                into[to] = into[to + 1] = into[to + 2] = -1;
                continue;
            }
            var column = Math.clamp(x, 0, farRight);
            var line = Math.clamp(y, 0, farDown);
            var partRight = (column >> (BITS - 8)) & 0xFF;
            var partDown = (line >> (BITS - 8)) & 0xFF;
            var both = (partRight * partDown) >> 8;
            mix(
                    into,
                    to,
                    3 * ((line >> BITS) * width + (column >> BITS)),
                    right,
                    down,
                    partRight - both,
                    partDown - both,
                    both);
        }
    }

    /// The bytes of a decoded picture run blue, green, red; ours the other way.
    private void mix(byte[] into, int to, int at, int right, int down, int onlyRight, int onlyDown, int both) {
        var here = 256 - onlyRight - onlyDown - both;
        var aside = at + right;
        var below = at + down;
        var across = below + right;
        // Written out: it is done twenty million times for one photo.
        into[to] = mixed(at + 2, here, aside + 2, onlyRight, below + 2, onlyDown, across + 2, both);
        into[to + 1] = mixed(at + 1, here, aside + 1, onlyRight, below + 1, onlyDown, across + 1, both);
        into[to + 2] = mixed(at, here, aside, onlyRight, below, onlyDown, across, both);
    }

    private byte mixed(int one, int ofOne, int two, int ofTwo, int three, int ofThree, int four, int ofFour) {
        var mixed = (samples[one] & 0xFF) * ofOne
                + (samples[two] & 0xFF) * ofTwo
                + (samples[three] & 0xFF) * ofThree
                + (samples[four] & 0xFF) * ofFour;
        return (byte) (mixed >> 8);
    }

    /// Red, green, blue: the order in which a JPEG is written fastest.
    private static BufferedImage empty(int width, int height) {
        var raster = Raster.createInterleavedRaster(
                DataBuffer.TYPE_BYTE, width, height, 3 * width, 3, new int[] {0, 1, 2}, null);
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster, false, null);
    }

    /// What was see-through becomes paper.
    private static BufferedImage inBytes(BufferedImage decoded) {
        if (decoded.getType() == BufferedImage.TYPE_3BYTE_BGR) return decoded;

        var drawn = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = drawn.createGraphics();
        graphics.drawImage(decoded, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }

    private static int fixed(double pixels) {
        return (int) Math.round(pixels * (1 << BITS));
    }

    private static int atLeastOne(double pixels) {
        return Math.max(1, (int) Math.round(pixels));
    }
}
