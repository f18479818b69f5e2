package org.kith.server.card.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The fonts that go into a printed sheet; each lies in the jar beside its licence (SIL OFL 1.1).
enum FontFile {
    SERIF("source-serif-4-semibold"),
    SANS("source-sans-3-regular"),
    SANS_STRONG("source-sans-3-semibold"),
    ARABIC("noto-sans-arabic-medium"),
    HEBREW("noto-sans-hebrew-medium");

    private static final int LAST_CODE_POINT = 0x1ffff;

    private final String name;

    FontFile(String name) {
        this.name = name;
    }

    /// A parser keeps state while it draws, so each document opens its own.
    TrueTypeFont open() {
        var path = "fonts/" + name + ".ttf";
        try (var in = FontFile.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("Missing from the jar: " + path);

            var font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Widths are summed letter by letter; ligatures would make them wrong.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every character the font can draw, with its width in thousandths of the font size.
    Map<Integer, Integer> advances() {
        try (var font = open()) {
            var glyphs = font.getUnicodeCmapLookup();
            var scale = 1000.0 / font.getUnitsPerEm();
            var found = new HashMap<Integer, Integer>();
            for (var character = 0x20; character <= LAST_CODE_POINT; character++) {
                var glyph = glyphs.getGlyphId(character);
                if (glyph > 0) found.put(character, (int) Math.round(font.getAdvanceWidth(glyph) * scale));
            }
            return Map.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
