package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzDate;
import org.kith.credential.mrz.MrzFormat;
import org.kith.credential.mrz.Sex;

/// A photographed page of a passport that nobody has.
public final class SomePassportPage {
    private static final Path FONT = Path.of("/usr/share/fonts/opentype/ocr-b/OCRBS.otf");
    public static final List<String> LINES = new Mrz(
                    MrzFormat.TD3,
                    "P",
                    "UTO",
                    "L898902C3",
                    "ERIKSSON",
                    "ANNA MARIA",
                    "UTO",
                    new MrzDate(1974, 8, 12),
                    Sex.FEMALE,
                    new MrzDate(2032, 4, 15),
                    "ZE184226B",
                    "")
            .lines();

    private SomePassportPage() {}

    /// The foot of a page, printed in OCR-B.
    public static byte[] of(List<String> lines, double askew) {
        var required = Arrays.asList(
                        System.getenv().getOrDefault("KITH_REQUIRE", "").split(","))
                .contains("ocr-b");
        if (required) assertThat(FONT).as("KITH_REQUIRE asks for ocr-b").exists();
        Assumptions.assumeTrue(Files.exists(FONT), "SKIPPED: no OCR-B font is installed (Debian: fonts-ocr-b)");

        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(110, 85, 60));
        graphics.fillRect(0, 0, 1600, 1200);
        graphics.rotate(Math.toRadians(askew), 800, 600);
        graphics.setColor(new Color(226, 230, 222));
        graphics.fillRect(100, 100, 1400, 980);
        graphics.setColor(new Color(30, 30, 34));
        var font = font();
        for (var line = 0; line < lines.size(); line++) {
            for (var i = 0; i < lines.get(line).length(); i++) {
                var letter = font.createGlyphVector(
                        new FontRenderContext(null, true, true), lines.get(line).substring(i, i + 1));
                var size = 29 / letter.getGlyphMetrics(0).getAdvance();
                var place = AffineTransform.getTranslateInstance(160 + i * 29, 940 + line * 72);
                place.scale(size, size);
                graphics.fill(place.createTransformedShape(letter.getOutline()));
            }
        }
        graphics.dispose();
        return SomeFile.encoded(picture, "jpg");
    }

    private static Font font() {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, FONT.toFile()).deriveFont(100f);
        } catch (IOException | FontFormatException e) {
            throw new AssertionError(e);
        }
    }
}
