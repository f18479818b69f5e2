package org.kith.server;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Reads a card's code the way a camera does: off the picture of a page or a sheet.
public final class CodeReader {
    private static final Pattern RUN = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)");
    private static final int SQUARE = 6;

    private CodeReader() {}

    /// The large code on a holder's card page.
    public static String onScreen(Visitor.Answer page) {
        var size = Integer.parseInt(page.find("class=\"kith-qr\" viewBox=\"0 0 ([0-9]+)"));
        var path = page.find("shape-rendering=\"crispEdges\" d=\"([^\"]+)\"/></svg>\\s*<figcaption");
        var picture = new BufferedImage(size * SQUARE, size * SQUARE, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, size * SQUARE, size * SQUARE);
        graphics.setColor(Color.BLACK);
        var quiet = 4;
        for (var run = RUN.matcher(path); run.find(); ) {
            graphics.fillRect(
                    (quiet + Integer.parseInt(run.group(1))) * SQUARE,
                    (quiet + Integer.parseInt(run.group(2))) * SQUARE,
                    Integer.parseInt(run.group(3)) * SQUARE,
                    SQUARE);
        }
        return read(picture);
    }

    /// A code on a printed sheet.
    public static String onPaper(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return read(new PDFRenderer(document).renderImageWithDPI(0, 200));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A code in any picture.
    public static String read(BufferedImage picture) {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        try {
            return new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(new HybridBinarizer(source)),
                                    Map.of(DecodeHintType.TRY_HARDER, true))[0]
                            .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code in the picture", e);
        }
    }
}
