package org.kith.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Pictures as phones make them, drawn here and always the same.
final class Photo {
    /// Makes the page one of 5 MB.
    private static final float AS_PHONES_DO = 0.945f;

    private Photo() {}

    /// A page of writing on a table, 12 million pixels with a sensor's noise, 5 MB.
    static byte[] paper() throws IOException {
        var picture = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(0x6e5a48));
        graphics.fillRect(0, 0, 4000, 3000);
        graphics.setColor(new Color(0xf2ecdf));
        graphics.fillRect(300, 200, 3400, 2600);
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 60));
        for (var line = 0; line < 28; line++) {
            graphics.drawString(
                    "Born in Amaurot on the twelfth of August, so the register says. ".repeat(2), 420, 340 + line * 86);
        }
        graphics.dispose();
        grain(picture);
        return jpeg(picture, AS_PHONES_DO);
    }

    static byte[] face() throws IOException {
        var picture = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(0xe8e0d4));
        graphics.fillRect(0, 0, 600, 800);
        graphics.setColor(new Color(0x6b7f86));
        graphics.fillOval(150, 130, 300, 400);
        graphics.dispose();
        return jpeg(picture);
    }

    /// As the desk's page makes it without a line: 1,600 pixels at most.
    static byte[] atCounter() throws IOException {
        var picture = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.drawImage(ImageIO.read(new ByteArrayInputStream(face())), 0, 0, 1200, 1600, null);
        graphics.dispose();
        grain(picture);
        return jpeg(picture, 0.92f);
    }

    /// The bare limit of taking a picture in: decoded and encoded once.
    static byte[] again(byte[] jpeg) throws IOException {
        return jpeg(Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg))));
    }

    private static void grain(BufferedImage picture) {
        var random = new Random(1);
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var pixel = new Color(picture.getRGB(x, y));
                var noise = random.nextInt(13) - 6;
                picture.setRGB(
                        x,
                        y,
                        new Color(
                                        tone(pixel.getRed() + noise),
                                        tone(pixel.getGreen() + noise),
                                        tone(pixel.getBlue() + noise))
                                .getRGB());
            }
        }
    }

    private static int tone(int value) {
        return Math.clamp(value, 0, 255);
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        return jpeg(picture, 0.75f);
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
