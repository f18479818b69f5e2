package org.kith.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.qr.PresentedCardQr;

/// The texts of cards' QR codes in a file, whatever it is by its first bytes: a PDF, a picture, or the text
/// itself.
final class CardFile {
    static final int MAX_BYTES = 50 * 1024 * 1024;

    /// ZXing misses some clean pages at any one of these.
    private static final int[] RESOLUTIONS = {150, 300, 100, 200};

    private static final int MAX_PAGES = 10;
    private static final long MAX_PIXELS = 60_000_000;
    private static final int POINTS_PER_INCH = 72;

    private CardFile() {}

    /// Cards if there are any; else what other texts were found, so that the answer can be *unknown* for each.
    static Set<String> texts(byte[] bytes) {
        var texts = found(bytes);
        var cards = new LinkedHashSet<>(texts);
        cards.removeIf(text -> !isCard(text));
        return cards.isEmpty() ? texts : cards;
    }

    private static Set<String> found(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 1024), ISO_8859_1);
        try {
            if (start.contains("%PDF-")) return pdf(bytes);
            var picture = picture(bytes);
            return picture.isPresent() ? QrPictures.read(picture.get(), CardFile::isCard) : lines(bytes);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            // PDFBox and ImageIO throw all kinds of things for files made to hurt them. None of those is a
            // card.
            return Set.of();
        }
    }

    private static Set<String> pdf(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            var texts = new LinkedHashSet<String>();
            var pages = Math.min(document.getNumberOfPages(), MAX_PAGES);
            for (var page = 0; page < pages; page++) texts.addAll(page(document, page));
            return texts;
        }
    }

    private static Set<String> page(PDDocument document, int page) throws IOException {
        var texts = new LinkedHashSet<String>();
        var box = document.getPage(page).getCropBox();
        for (var resolution : RESOLUTIONS) {
            var scale = resolution / (double) POINTS_PER_INCH;
            if (box.getWidth() * scale * box.getHeight() * scale > MAX_PIXELS) continue;
            var picture = new PDFRenderer(document).renderImageWithDPI(page, resolution, ImageType.GRAY);
            texts.addAll(QrPictures.read(picture, CardFile::isCard));
            if (texts.stream().anyMatch(CardFile::isCard)) return texts;
        }
        return texts;
    }

    /// The size is read before the pixels: a small file can claim a picture that fills the memory.
    private static Optional<BufferedImage> picture(byte[] bytes) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                    throw new IOException("more than " + MAX_PIXELS + " pixels");
                }
                return Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        }
    }

    /// A text file holds a code on each line. Spaces at the end count: they are letters of Base45.
    private static Set<String> lines(byte[] bytes) {
        var lines = List.of(new String(bytes, UTF_8).split("\\R", -1));
        var texts = new LinkedHashSet<>(lines);
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static boolean isCard(String text) {
        try {
            PresentedCardQr.parse(text);
            return true;
        } catch (Malformed other) {
            return false;
        }
    }
}
