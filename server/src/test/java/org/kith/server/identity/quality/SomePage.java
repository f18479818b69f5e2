package org.kith.server.identity.quality;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;

/// A paper as a telephone sees it: a page of writing on a table, drawn without a font so that every machine draws the
/// same.
public final class SomePage {
    /// Of A4, with the table around it.
    private static final int PAGE_WIDTH = 1500;

    private static final int PAGE_HEIGHT = 2120;
    private static final int TABLE = 110;

    private double turned;
    private int lines = 46;
    private int paper = 222;
    private int ink = 45;
    private boolean onATable = true;

    private SomePage() {}

    public static SomePage onATable() {
        return new SomePage();
    }

    /// As a scanner gives it, or a PDF: nothing around it, and no noise.
    public static SomePage scanned() {
        var page = new SomePage();
        page.onATable = false;
        page.paper = 255;
        page.ink = 20;
        return page;
    }

    public SomePage turned(double degrees) {
        turned = degrees;
        return this;
    }

    public SomePage withLines(int count) {
        lines = count;
        return this;
    }

    public SomePage inColours(int paperShade, int inkShade) {
        paper = paperShade;
        ink = inkShade;
        return this;
    }

    public BufferedImage drawn() {
        var around = onATable ? TABLE : 0;
        var image = new BufferedImage(PAGE_WIDTH + 2 * around, PAGE_HEIGHT + 2 * around, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(onATable ? new Color(120, 92, 70) : grey(paper));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.rotate(Math.toRadians(turned), image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.translate(around, around);
        graphics.setColor(grey(paper));
        graphics.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
        graphics.setColor(grey(ink));
        graphics.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var random = new Random(7);
        for (var line = 0; line < lines; line++) {
            for (var x = 150; x < PAGE_WIDTH - 150; x += 16) {
                if (random.nextInt(6) > 0) graphics.draw(letter(random, x, 170 + line * 40));
            }
        }
        graphics.dispose();
        return onATable ? noisy(image, 3) : image;
    }

    /// A few strokes of the size of a letter.
    private static Path2D letter(Random random, int x, int y) {
        var letter = new Path2D.Double();
        letter.moveTo(x + random.nextInt(10), y + random.nextInt(18));
        for (var i = 0; i < 3; i++) letter.lineTo(x + random.nextInt(11), y + random.nextInt(19));
        return letter;
    }

    public static BufferedImage noisy(BufferedImage image, double strength) {
        var random = new Random(11);
        var grain = new int[4096];
        for (var i = 0; i < grain.length; i++) grain[i] = (int) Math.round(random.nextGaussian() * strength);
        return each(image, (x, y, shade) -> shade + grain[random.nextInt(grain.length)]);
    }

    public static BufferedImage darkened(BufferedImage image, double factor) {
        return each(image, (x, y, shade) -> (int) (shade * factor));
    }

    /// As a camera does it that was told to make the most of little light: everything rises, and ends at white.
    public static BufferedImage washedOut(BufferedImage image) {
        return each(image, (x, y, shade) -> 165 + shade * 6 / 10);
    }

    /// A lamp that shines back from the paper around a point.
    public static BufferedImage lamp(BufferedImage image, int centreX, int centreY, double radius) {
        return each(image, (x, y, shade) -> {
            var distance = Math.hypot(x - centreX, y - centreY) / radius;
            return (int) (shade + 420 * Math.exp(-distance * distance));
        });
    }

    /// Out of focus.
    public static BufferedImage blurred(BufferedImage image, double pixels) {
        var reach = (int) Math.ceil(pixels * 2.5);
        var weights = new float[2 * reach + 1];
        for (var i = -reach; i <= reach; i++) weights[i + reach] = (float) Math.exp(-i * i / (2 * pixels * pixels));
        var sum = 0f;
        for (var weight : weights) sum += weight;
        for (var i = 0; i < weights.length; i++) weights[i] /= sum;
        var across = new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
        return down.filter(across.filter(image, null), null);
    }

    /// A hand that moved by so many pixels to the right and down while the picture was taken.
    public static BufferedImage shaken(BufferedImage image, int right, int down) {
        var width = Math.abs(right) + 1;
        var height = Math.abs(down) + 1;
        var steps = Math.max(width, height);
        var weights = new float[width * height];
        for (var step = 0; step < steps; step++) {
            var x = step * (width - 1) / Math.max(1, steps - 1);
            var y = step * (height - 1) / Math.max(1, steps - 1);
            weights[(right < 0 == down < 0 ? y : height - 1 - y) * width + x] += 1f / steps;
        }
        return new ConvolveOp(new Kernel(width, height, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    /// A form: rules to write on, and columns if wanted.
    public static BufferedImage ruled(BufferedImage image, boolean columns) {
        var graphics = image.createGraphics();
        graphics.setColor(grey(60));
        for (var y = 158; y < PAGE_HEIGHT - 150; y += 40) graphics.fillRect(100, y, PAGE_WIDTH - 200, 3);
        for (var x = 100; columns && x < PAGE_WIDTH - 100; x += 130) graphics.fillRect(x, 158, 3, PAGE_HEIGHT - 350);
        graphics.dispose();
        return image;
    }

    public static BufferedImage cut(BufferedImage image, int left, int top, int right, int bottom) {
        return image.getSubimage(left, top, image.getWidth() - left - right, image.getHeight() - top - bottom);
    }

    public static BufferedImage scaled(BufferedImage image, double factor) {
        var scaled = new BufferedImage(
                (int) (image.getWidth() * factor), (int) (image.getHeight() * factor), BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, AffineTransform.getScaleInstance(factor, factor), null);
        graphics.dispose();
        return scaled;
    }

    private static Color grey(int shade) {
        return new Color(shade, shade, shade);
    }

    private interface Change {
        int of(int x, int y, int shade);
    }

    private static BufferedImage each(BufferedImage image, Change change) {
        var width = image.getWidth();
        var row = new int[width];
        var changed = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (var x = 0; x < width; x++) {
                var to = 0;
                for (var shift = 16; shift >= 0; shift -= 8) {
                    to |= Math.clamp(change.of(x, y, row[x] >> shift & 0xFF), 0, 255) << shift;
                }
                row[x] = to;
            }
            changed.setRGB(0, y, width, 1, row, 0, width);
        }
        return changed;
    }
}
