package org.kith.server.identity;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// A telephone that photographs what is before it: a lens that is a little soft, a sensor that sees one colour a pixel
/// and has noise, a JPEG. Before it may be a person, a screen that shows them, or a print of them, held a little askew.
final class SomeCamera {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 480;
    private static final double GAMMA = 2.2;
    /// Light is gathered at so many places a pixel, in each direction.
    private static final int PLACES = 2;

    private final Random random;
    private final double askew;
    private final double aside;
    private final double soft;

    /// @param seed of how it is held, how soft its lens is, and its noise
    SomeCamera(long seed) {
        random = new Random(seed);
        askew = Math.toRadians(random.nextDouble(-7, 7));
        aside = random.nextDouble(-0.15, 0.15);
        soft = random.nextDouble(0.4, 0.9);
    }

    /// The light of one colour, 0 red to 2 blue, at a place of what is photographed, in pixels of the photo.
    private interface Scene {
        double light(double x, double y, int colour);
    }

    BufferedImage person(BufferedImage person) {
        return photo((x, y, colour) -> linear(person, x, y, colour));
    }

    /// @param pitch how many pixels of the photo one of the screen takes; three stripes of colour with black between
    BufferedImage screen(BufferedImage shown, double pitch) {
        return photo((x, y, colour) -> {
            var column = Math.floor(x / pitch);
            var row = Math.floor(y / pitch);
            var stripe = (x / pitch - column) * 3 - colour;
            var within = stripe > 0.1 && stripe < 0.9 && Math.abs(y / pitch - row - 0.5) < 0.44;
            return within ? 3.2 * linear(shown, (column + 0.5) * pitch, (row + 0.5) * pitch, colour) : 0;
        });
    }

    /// @param pitch from dot to dot, in pixels of the photo; each ink has its own angle
    BufferedImage print(BufferedImage printed, double pitch) {
        var angles = new double[] {Math.toRadians(15), Math.toRadians(75), Math.toRadians(45)};
        return photo((x, y, colour) -> {
            var cos = Math.cos(angles[colour]);
            var sin = Math.sin(angles[colour]);
            var along = (x * cos - y * sin) / pitch;
            var across = (x * sin + y * cos) / pitch;
            var dot = 0.5 - 0.25 * (Math.cos(2 * Math.PI * along) + Math.cos(2 * Math.PI * across));
            return 1 - linear(printed, x, y, colour) > dot ? 0.06 : 0.9;
        });
    }

    private BufferedImage photo(Scene scene) {
        var seen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                var rgb = 0;
                for (var colour = 0; colour < 3; colour++) rgb = rgb << 8 | shade(gathered(scene, x, y, colour));
                seen.setRGB(x, y, rgb);
            }
        }
        return jpeg(mosaic(soft(seen)), 0.8f + 0.15f * random.nextFloat());
    }

    private double gathered(Scene scene, int left, int top, int colour) {
        var sum = 0.0;
        for (var row = 0.5; row < PLACES; row++) {
            for (var column = 0.5; column < PLACES; column++) {
                var x = left + column / PLACES - WIDTH / 2.0;
                var y = top + row / PLACES - HEIGHT / 2.0;
                var far = 1 + aside * x / WIDTH + 0.6 * aside * y / HEIGHT;
                var across = (x * Math.cos(askew) - y * Math.sin(askew)) / far;
                var down = (x * Math.sin(askew) + y * Math.cos(askew)) / far;
                sum += scene.light(across + WIDTH / 2.0, down + HEIGHT / 2.0, colour);
            }
        }
        return sum / (PLACES * PLACES);
    }

    private BufferedImage soft(BufferedImage sharp) {
        var weights = new float[25];
        var sum = 0f;
        for (var i = 0; i < 25; i++) {
            var square = (i % 5 - 2) * (i % 5 - 2) + (i / 5 - 2) * (i / 5 - 2);
            weights[i] = (float) Math.exp(-square / (2 * soft * soft));
            sum += weights[i];
        }
        for (var i = 0; i < 25; i++) weights[i] /= sum;
        return new ConvolveOp(new Kernel(5, 5, weights), ConvolveOp.EDGE_NO_OP, null).filter(sharp, null);
    }

    /// What Bayer's mosaic leaves of it, with the other two colours of each pixel taken from its neighbours.
    private BufferedImage mosaic(BufferedImage seen) {
        var values = new int[WIDTH * HEIGHT];
        for (var i = 0; i < values.length; i++) {
            var value = seen.getRGB(i % WIDTH, i / WIDTH) >> (16 - 8 * colour(i % WIDTH, i / WIDTH)) & 0xFF;
            values[i] = Math.clamp(Math.round(value + 3 * random.nextGaussian()), 0, 255);
        }
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                var rgb = 0;
                for (var colour = 0; colour < 3; colour++) rgb = rgb << 8 | around(values, x, y, colour);
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    private static int around(int[] values, int x, int y, int colour) {
        if (colour(x, y) == colour) return values[y * WIDTH + x];

        var sum = 0;
        var count = 0;
        for (var j = Math.max(0, y - 1); j <= Math.min(HEIGHT - 1, y + 1); j++) {
            for (var i = Math.max(0, x - 1); i <= Math.min(WIDTH - 1, x + 1); i++) {
                if (colour(i, j) != colour) continue;
                sum += values[j * WIDTH + i];
                count++;
            }
        }
        return sum / count;
    }

    private static int colour(int x, int y) {
        return x % 2 + y % 2;
    }

    /// The same light as a display or an eye has it, from a picture that fills the photo.
    private static double linear(BufferedImage picture, double x, double y, int colour) {
        var column = Math.clamp((long) (x * picture.getWidth() / WIDTH), 0, picture.getWidth() - 1);
        var row = Math.clamp((long) (y * picture.getHeight() / HEIGHT), 0, picture.getHeight() - 1);
        return LIGHT[picture.getRGB(column, row) >> (16 - 8 * colour) & 0xFF];
    }

    private static final double[] LIGHT = new double[256];

    static {
        for (var shade = 0; shade < 256; shade++) LIGHT[shade] = Math.pow(shade / 255.0, GAMMA);
    }

    private static int shade(double light) {
        return (int) Math.round(255 * Math.pow(Math.clamp(light, 0.0, 1.0), 1 / GAMMA));
    }

    /// Made smaller or larger, as people send pictures on.
    static BufferedImage resized(BufferedImage picture, double scale) {
        var width = (int) (picture.getWidth() * scale);
        var height = (int) (picture.getHeight() * scale);
        var resized = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = resized.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return jpeg(resized, 0.8f);
    }

    static BufferedImage jpeg(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
            out.flush();
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
