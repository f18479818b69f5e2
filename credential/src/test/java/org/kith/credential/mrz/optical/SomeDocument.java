package org.kith.credential.mrz.optical;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Assumptions;

/// A page of a document as a telephone sees it, printed in another cut of OCR-B than the one the matcher knows.
final class SomeDocument {
    private static final Path FONTS = Path.of("/usr/share/fonts/opentype/ocr-b");

    /// ICAO 9303-3 §4.4.4: 10 letters an inch. 9303-4: a page of 125 mm by 88 mm.
    private static final double PITCH = 2.54;

    private static final double WIDTH = 125;
    private static final double HEIGHT = 88;
    private static final double LINE = 6.35;

    private final List<String> lines;
    private String cut = "OCRBS";
    private int width = 2000;
    private double share = 0.8;
    private double askew;
    private double blur = 0.8;
    private double noise = 4;
    private double light = 0.95;
    private float quality = 0.8f;

    private SomeDocument(List<String> lines) {
        this.lines = lines;
    }

    static SomeDocument saying(List<String> lines) {
        var required = Arrays.asList(
                        System.getenv().getOrDefault("KITH_REQUIRE", "").split(","))
                .contains("ocr-b");
        if (required) assertThat(FONTS).as("KITH_REQUIRE asks for ocr-b").exists();
        Assumptions.assumeTrue(Files.exists(FONTS), "SKIPPED: no OCR-B font is installed (Debian: fonts-ocr-b)");
        return new SomeDocument(lines);
    }

    SomeDocument printedIn(String font) {
        cut = font;
        return this;
    }

    SomeDocument photographed(int pixels, double ofThePicture) {
        width = pixels;
        share = ofThePicture;
        return this;
    }

    SomeDocument askew(double degrees) {
        askew = degrees;
        return this;
    }

    SomeDocument badly() {
        blur = 1.4;
        noise = 7;
        light = 0.6;
        quality = 0.5f;
        return this;
    }

    BufferedImage seen() {
        return jpeg(camera(onATable()));
    }

    private BufferedImage onATable() {
        var scene = new BufferedImage(width, width * 3 / 4, BufferedImage.TYPE_INT_RGB);
        var graphics = scene.createGraphics();
        var random = new Random(3);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (var y = 0; y < scene.getHeight(); y += 3) {
            var shade = 90 + random.nextInt(40);
            graphics.setColor(new Color(shade, shade * 3 / 4, shade / 2));
            graphics.fillRect(0, y, width, 3);
        }
        var millimetre = share * width / WIDTH;
        graphics.translate(width / 2.0, scene.getHeight() / 2.0);
        graphics.rotate(Math.toRadians(askew));
        graphics.scale(millimetre, millimetre);
        graphics.translate(-WIDTH / 2, -HEIGHT / 2);
        graphics.setColor(new Color(226, 230, 222));
        graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        graphics.setColor(new Color(125, 130, 140));
        graphics.fill(new Rectangle2D.Double(5, 14, 33, 44));
        graphics.setColor(new Color(45, 45, 60));
        for (var row = 0; row < 7; row++) {
            for (var i = 0; i < 12 + random.nextInt(14); i++) {
                graphics.fill(new Rectangle2D.Double(45 + i * 2.1, 14 + row * 7, 1 + random.nextDouble() * 0.6, 2.2));
            }
        }
        graphics.setColor(new Color(30, 30, 34));
        var font = font();
        for (var line = 0; line < lines.size(); line++) {
            var baseline = HEIGHT - 4 - (lines.size() - line - 0.5) * LINE;
            for (var i = 0; i < lines.get(line).length(); i++) {
                var letter = font.createGlyphVector(
                        new FontRenderContext(null, true, true), lines.get(line).substring(i, i + 1));
                var size = PITCH / letter.getGlyphMetrics(0).getAdvance();
                var place = AffineTransform.getTranslateInstance(5 + i * PITCH, baseline);
                place.scale(size, size);
                graphics.fill(place.createTransformedShape(letter.getOutline()));
            }
        }
        graphics.dispose();
        return scene;
    }

    private Font font() {
        try {
            return Font.createFont(
                            Font.TRUETYPE_FONT, FONTS.resolve(cut + ".otf").toFile())
                    .deriveFont(100f);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage camera(BufferedImage scene) {
        var reach = (int) Math.ceil(blur * 2.5);
        var weights = new float[2 * reach + 1];
        for (var i = -reach; i <= reach; i++) weights[i + reach] = (float) Math.exp(-i * i / (2 * blur * blur));
        var sum = 0f;
        for (var weight : weights) sum += weight;
        for (var i = 0; i < weights.length; i++) weights[i] /= sum;
        var across = new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
        var soft = down.filter(across.filter(scene, null), null);

        var random = new Random(4);
        var row = new int[width];
        for (var y = 0; y < soft.getHeight(); y++) {
            soft.getRGB(0, y, width, 1, row, 0, width);
            for (var x = 0; x < width; x++) {
                // Light falls off to one side.
                var here = light * (1 - 0.3 * x / width);
                var grain = random.nextGaussian() * noise;
                var to = 0;
                for (var shift = 16; shift >= 0; shift -= 8) {
                    to |= Math.clamp((int) ((row[x] >> shift & 0xFF) * here + grain), 0, 255) << shift;
                }
                row[x] = to;
            }
            soft.setRGB(0, y, width, 1, row, 0, width);
        }
        return soft;
    }

    private BufferedImage jpeg(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
            out.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
