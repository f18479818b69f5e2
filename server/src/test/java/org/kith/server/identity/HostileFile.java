package org.kith.server.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/// Files made to do harm, each made on the spot and small.
public final class HostileFile {
    /// What must not be found in anything we keep.
    public static final String MARK = "onmouseover=alert(KITH)";

    private HostileFile() {}

    /// A hundred million black points, in a hundred kilobytes.
    public static byte[] blackPng() {
        return png(10_000, 10_000, new byte[0]);
    }

    /// A small picture beside a text that unpacks to half a gigabyte.
    public static byte[] pngWithPackedText() {
        var text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(ISO_8859_1));
        text.writeBytes(packed(512L << 20));
        return png(400, 300, chunk("zTXt", text.toByteArray()));
    }

    /// A small picture with a colour profile that unpacks to half a gigabyte.
    public static byte[] pngWithPackedProfile() {
        var profile = new ByteArrayOutputStream();
        profile.writeBytes("icc\0\0".getBytes(ISO_8859_1));
        profile.writeBytes(packed(512L << 20));
        return png(400, 300, chunk("iCCP", profile.toByteArray()));
    }

    /// A photo whose header says that it is far too large.
    public static byte[] jpegClaiming(int edge) {
        var photo = SomeFile.photo(400, 300);
        for (var at = 2; at < photo.length - 9; at++) {
            if ((photo[at] & 0xFF) == 0xFF && (photo[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(photo).putShort(at + 5, (short) edge).putShort(at + 7, (short) edge);
                return photo;
            }
        }
        throw new AssertionError("no frame header");
    }

    /// A photo to a picture viewer, a page with a script to a browser.
    public static byte[] webPageInAPhoto() {
        return SomeFile.photoWithComment("--><html><body " + MARK + ">");
    }

    /// A photo from its front, an archive from its end.
    public static byte[] photoAndArchive() {
        return joined(SomeFile.photo(800, 600), archive());
    }

    public static byte[] pdfAndArchive() {
        return joined(SomeFile.pdf(1), archive());
    }

    /// A GIF that is a Java archive too.
    public static byte[] gifar() {
        return joined("GIF89a\1\0\1\0\0\0\0;".getBytes(ISO_8859_1), archive());
    }

    public static byte[] drawingWithScript() {
        return ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" " + MARK + "/>").getBytes(UTF_8);
    }

    /// Begins as a web page, and is a PDF to readers that search for the mark.
    public static byte[] webPageAndPdf() {
        return joined(("<html " + MARK + ">\n").getBytes(UTF_8), SomeFile.pdf(1));
    }

    /// The right first bytes, then boxes that are longer than the file.
    public static byte[] brokenHeic() {
        return joined(SomeFile.heic(), "\377\377\377\377meta\0\0\0\0\177\377\377\377iloc".getBytes(ISO_8859_1));
    }

    public static byte[] pdfOfPages(int count) {
        var objects = new ArrayList<String>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        var kids = IntStream.range(3, 3 + count).mapToObj(i -> i + " 0 R").toList();
        objects.add("<< /Type /Pages /Count " + count + " /Kids [" + String.join(" ", kids) + "] >>");
        for (var i = 0; i < count; i++) objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        return pdf(objects);
    }

    /// Says that it has one page, and has ten thousand.
    public static byte[] pdfThatLiesAboutItsPages() {
        return new String(pdfOfPages(10_000), ISO_8859_1)
                .replace("/Count 10000", "/Count 1    ")
                .getBytes(ISO_8859_1);
    }

    /// A tree of pages that bites its tail.
    public static byte[] pdfOfEndlessPages() {
        return pdf(List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"));
    }

    /// Lists in lists in lists.
    public static byte[] deepPdf() {
        var depth = 200_000;
        return pdf(List.of("<< /Type /Catalog /Pages 2 0 R /Deep " + "[".repeat(depth) + "]".repeat(depth) + " >>"));
    }

    /// All its objects in one stream that unpacks to a gigabyte.
    public static byte[] pdfWithPackedObjects() {
        var objects = packed(1L << 30);
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.5\n".getBytes(ISO_8859_1));
        var first = out.size();
        stream(out, 1, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", objects);
        var second = out.size();
        var places = ByteBuffer.allocate(4 * 6);
        places.put((byte) 0).putInt(0).put((byte) 0);
        places.put((byte) 1).putInt(first).put((byte) 0);
        places.put((byte) 1).putInt(second).put((byte) 0);
        places.put((byte) 2).putInt(1).put((byte) 0);
        stream(out, 2, "/Type /XRef /Size 4 /W [1 4 1] /Root 3 0 R", places.array());
        out.writeBytes(("startxref\n" + second + "\n%%EOF").getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    /// Pages of nothing but points, which we would have to draw as a hundred megabytes.
    public static byte[] pdfOfNoise() {
        var edge = 3000;
        var points = new byte[edge * edge / 8];
        new java.util.Random(8).nextBytes(points);
        try (var document = new PDDocument()) {
            for (var i = 0; i < 15; i++) {
                var page = new PDPage(new PDRectangle(1080, 1080));
                document.addPage(page);
                var image = new PDImageXObject(
                        document, new java.io.ByteArrayInputStream(points), null, edge, edge, 1, PDDeviceGray.INSTANCE);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, 1080, 1080);
                }
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a script when it is opened, and carries another file.
    public static byte[] pdfWithScriptAndFile() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + MARK + "')"));
            var file = new PDComplexFileSpecification();
            file.setFile("carried.html");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(MARK.getBytes(UTF_8))));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(java.util.Map.of("carried.html", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Encrypted, but anyone may open it: only changing it needs a password.
    public static byte[] pdfLockedForChanges() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A photo that says where it was taken (Exif 2.32 §4.6.6): 48° 12' 29.52" north, 16° 22' 25.68" east.
    public static byte[] photoWithPlace() {
        var exif = ByteBuffer.allocate(256);
        exif.put("Exif\0\0MM\0*".getBytes(ISO_8859_1)).putInt(8);
        exif.putShort((short) 1);
        entry(exif, 0x8825, 4, 1, 26);
        exif.putInt(0);
        exif.putShort((short) 4);
        entry(exif, 1, 2, 2, 'N' << 24);
        entry(exif, 2, 5, 3, 80);
        entry(exif, 3, 2, 2, 'E' << 24);
        entry(exif, 4, 5, 3, 104);
        exif.putInt(0);
        exif.put(place());
        var block = Arrays.copyOf(exif.array(), exif.position());
        var photo = SomeFile.photo(800, 600);
        var out = ByteBuffer.allocate(photo.length + 4 + block.length);
        out.put(photo, 0, 2).putShort((short) 0xFFE1).putShort((short) (block.length + 2));
        return out.put(block).put(photo, 2, photo.length - 2).array();
    }

    /// The six fractions of that place, as they stand in the file.
    public static byte[] place() {
        var place = ByteBuffer.allocate(48);
        for (var number : new int[] {48, 1, 12, 1, 2952, 100, 16, 1, 22, 1, 2568, 100}) place.putInt(number);
        return place.array();
    }

    /// The first part of a file.
    public static byte[] cut(byte[] file, int percent) {
        return Arrays.copyOf(file, file.length * percent / 100);
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] png(int width, int height, byte[] between) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
        out.writeBytes(chunk("IHDR", header.array()));
        out.writeBytes(between);
        out.writeBytes(chunk("IDAT", packed((long) height * (width + 1))));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var named = joined(type.getBytes(ISO_8859_1), data);
        var crc = new CRC32();
        crc.update(named);
        var chunk = ByteBuffer.allocate(named.length + 8).putInt(data.length);
        return chunk.put(named).putInt((int) crc.getValue()).array();
    }

    /// So many zeros, packed.
    private static byte[] packed(long count) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(9), 1 << 16)) {
            var block = new byte[1 << 20];
            for (var left = count; left > 0; left -= block.length) {
                deflater.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] pdf(List<String> objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.4\n".getBytes(ISO_8859_1));
        var places = new StringBuilder();
        for (var i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(ISO_8859_1));
        }
        var table = out.size();
        var size = objects.size() + 1;
        out.writeBytes(("xref\n0 " + size + "\n0000000000 65535 f \n" + places + "trailer << /Root 1 0 R /Size " + size
                        + " >>\nstartxref\n" + table + "\n%%EOF")
                .getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static void stream(ByteArrayOutputStream out, int number, String keys, byte[] content) {
        out.writeBytes(
                (number + " 0 obj\n<< " + keys + " /Length " + content.length + " >>\nstream\n").getBytes(ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes("\nendstream\nendobj\n".getBytes(ISO_8859_1));
    }

    private static byte[] archive() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry("META-INF/MANIFEST.MF");
            entry.setMethod(ZipEntry.STORED);
            var content = MARK.getBytes(UTF_8);
            var crc = new CRC32();
            crc.update(content);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
