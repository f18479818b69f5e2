package org.kith.server.identity;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// Files that people send, good and bad, made on the spot.
public final class SomeFile {
    public static final String SECRET_PLACE = "Latitude 48.2082";

    private SomeFile() {}

    /// A blue picture whose upper left quarter is red.
    public static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    public static byte[] photo(int width, int height) {
        return encoded(picture(width, height), "jpg");
    }

    /// A photo of nothing but noise, which no packing makes small.
    public static byte[] noise(long seed, int width, int height) {
        var random = new java.util.Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) for (var x = 0; x < width; x++) image.setRGB(x, y, random.nextInt());
        return encoded(image, "jpg");
    }

    /// A photo whose comment (JPEG's COM) says something.
    public static byte[] photoWithComment(String words) {
        var photo = photo(800, 600);
        var comment = words.getBytes(StandardCharsets.UTF_8);
        var out = ByteBuffer.allocate(photo.length + 4 + comment.length);
        out.put(photo, 0, 2).putShort((short) 0xFFFE).putShort((short) (comment.length + 2));
        return out.put(comment).put(photo, 2, photo.length - 2).array();
    }

    public static byte[] png(int width, int height) {
        return encoded(picture(width, height), "png");
    }

    /// A photo with an Exif block: how the phone was held, and where.
    public static byte[] photoHeld(int orientation, int width, int height) {
        return held(orientation, photo(width, height));
    }

    public static byte[] held(int orientation, byte[] photo) {
        var place = SECRET_PLACE.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(place);
        var out = ByteBuffer.allocate(photo.length + 4 + exif.capacity());
        out.put(photo, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.capacity() + 2));
        out.put(exif.array()).put(photo, 2, photo.length - 2);
        return out.array();
    }

    /// A PNG of 50 bytes and a few that says it is `width` by `height`.
    public static byte[] pngClaiming(int width, int height) {
        var png = png(200, 200);
        var header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    public static byte[] webPage() {
        return "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] heic() {
        return "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] pdf(int pages) {
        try (var document = new PDDocument()) {
            var picture = picture(400, 400);
            for (var i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory.createFromImage(document, picture),
                            100,
                            400,
                            200,
                            200);
                }
            }
            return saved(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static byte[] lockedPdf() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A picture of a gigabyte of blanks, packed twice into some kilobytes.
    public static byte[] bombPdf() {
        var edge = 20_000;
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var filters = new org.apache.pdfbox.cos.COSArray();
            filters.add(COSName.FLATE_DECODE);
            filters.add(COSName.FLATE_DECODE);
            var image = new PDImageXObject(
                    document,
                    new java.io.ByteArrayInputStream(deflated(packedBlanks(3L * edge * edge))),
                    filters,
                    edge,
                    edge,
                    8,
                    org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB.INSTANCE);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 500, 500);
            }
            return saved(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Forms that draw forms that draw forms: ten to the tenth lines.
    public static byte[] laughingPdf() {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var inner = form(document, null, "0 0 m 500 500 l S\n");
            for (var depth = 0; depth < 10; depth++) inner = form(document, inner, "/F Do\n".repeat(10));
            var resources = new org.apache.pdfbox.pdmodel.PDResources();
            resources.put(COSName.getPDFName("F"), inner);
            page.setResources(resources);
            page.setContents(new PDStream(
                    document, new java.io.ByteArrayInputStream("/F Do".getBytes(StandardCharsets.US_ASCII))));
            return saved(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A scan in JPEG 2000, which we have no reader for.
    public static byte[] pdfWithAPictureWeCannotRead() {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var image = new PDImageXObject(
                    document,
                    new java.io.ByteArrayInputStream(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' '}),
                    COSName.JPX_DECODE,
                    400,
                    400,
                    8,
                    org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB.INSTANCE);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 100, 400);
            }
            return saved(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form(
            PDDocument document, org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject inner, String drawn)
            throws IOException {
        var form = new org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject(document);
        form.setBBox(PDRectangle.A4);
        var resources = new org.apache.pdfbox.pdmodel.PDResources();
        if (inner != null) resources.put(COSName.getPDFName("F"), inner);
        form.setResources(resources);
        try (var out = form.getContentStream().createOutputStream()) {
            out.write(drawn.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] packedBlanks(long count) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            var block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (var left = count; left > 0; left -= block.length) deflater.write(block);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] encoded(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
