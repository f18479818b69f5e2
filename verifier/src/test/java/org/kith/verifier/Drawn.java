package org.kith.verifier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Cards as files: drawn on a page, in a picture, photographed askew.
final class Drawn {
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    private Drawn() {}

    static BufferedImage picture(String text, int pixels) {
        var modules = modules(text, pixels);
        var picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < pixels; y++) {
            for (var x = 0; x < pixels; x++) picture.setRGB(x, y, modules.get(x, y) ? 0 : 0xFFFFFF);
        }
        return picture;
    }

    /// White on black, as on a dark screen.
    static BufferedImage inverted(BufferedImage picture) {
        var inverted = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) inverted.setRGB(x, y, ~picture.getRGB(x, y));
        }
        return inverted;
    }

    /// On a grey table, turned by some degrees, with noise.
    static BufferedImage photographed(BufferedImage picture, double degrees) {
        var side = (int) (picture.getWidth() * 1.6);
        var photo = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var graphics = photo.createGraphics();
        graphics.setColor(new Color(150, 140, 130));
        graphics.fillRect(0, 0, side, side);
        var place = AffineTransform.getRotateInstance(Math.toRadians(degrees), side / 2.0, side / 2.0);
        place.translate((side - picture.getWidth()) / 2.0, (side - picture.getHeight()) / 2.0);
        graphics.drawImage(picture, place, null);
        graphics.dispose();
        var random = new Random(7);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                var grey = Math.clamp((photo.getRGB(x, y) & 0xFF) + random.nextInt(61) - 30, 0, 255);
                photo.setRGB(x, y, new Color(grey, grey, grey).getRGB());
            }
        }
        return photo;
    }

    static byte[] png(BufferedImage picture) {
        return file(picture, "png");
    }

    static byte[] jpeg(BufferedImage picture) {
        return file(picture, "jpg");
    }

    /// One code of a side on each A4 page, as vectors, with a line of text above.
    static byte[] pdf(int millimetres, String... texts) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var text : texts) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                draw(document, page, text, millimetres * POINTS_PER_MILLIMETRE);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(PDDocument document, PDPage page, String text, double side) throws IOException {
        var modules = modules(text, 0);
        var module = (float) (side / modules.getWidth());
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(60, 760);
            content.showText("Card of a compatriot");
            content.endText();
            for (var y = 0; y < modules.getHeight(); y++) {
                for (var x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) content.addRect(100 + x * module, 700 - y * module, module, module);
                }
            }
            content.fill();
        }
    }

    private static BitMatrix modules(String text, int pixels) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            pixels,
                            pixels,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] file(BufferedImage picture, String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
