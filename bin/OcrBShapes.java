import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Draws the shapes that `credential` knows the letters of a machine readable zone by, from an OCR-B font:
/// `java bin/OcrBShapes.java /usr/share/fonts/opentype/ocr-b/OCRB.otf ocr-b.png`. White on black, side by side, each in a
/// cell as wide as the font's pitch; capitals are as tall as 22 of the cell's 32 parts, with 5 above them.
class OcrBShapes {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
    private static final int WIDTH = 40;
    private static final int HEIGHT = 64;

    public static void main(String[] arguments) throws Exception {
        var font = Font.createFont(Font.TRUETYPE_FONT, new File(arguments[0])).deriveFont(100f);
        var context = new FontRenderContext(null, true, true);
        var capital = font.createGlyphVector(context, "H").getVisualBounds();
        var shapes = new BufferedImage(WIDTH * LETTERS.length(), HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (var i = 0; i < LETTERS.length(); i++) {
            var glyph = font.createGlyphVector(context, LETTERS.substring(i, i + 1));
            var graphics = shapes.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.setClip(i * WIDTH, 0, WIDTH, HEIGHT);
            graphics.translate(i * WIDTH, HEIGHT * 5 / 32.0);
            graphics.scale(WIDTH / glyph.getGlyphMetrics(0).getAdvance(), HEIGHT * 22 / 32.0 / capital.getHeight());
            graphics.translate(0, -capital.getY());
            graphics.fill(glyph.getOutline(0, 0));
            graphics.dispose();
        }
        write(shapes, new File(arguments[1]));
        System.out.printf("capitals are %.3f of the pitch%n", capital.getHeight() / font.createGlyphVector(context, "H").getGlyphMetrics(0).getAdvance());
    }

    private static void write(BufferedImage shapes, File file) throws IOException {
        if (!ImageIO.write(shapes, "png", file)) throw new IOException("no writer");
    }
}
