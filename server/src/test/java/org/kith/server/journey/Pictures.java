package org.kith.server.journey;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures to hand in.
final class Pictures {
    private Pictures() {}

    static FilePayload paper() {
        return new FilePayload("birth.jpg", "image/jpeg", jpeg(1200, 1600));
    }

    static FilePayload face() {
        return new FilePayload("face.jpg", "image/jpeg", jpeg(480, 600));
    }

    private static byte[] jpeg(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0xe8e0d4));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0x6b7f86));
        graphics.fillOval(width / 4, height / 6, width / 2, height / 2);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
