package org.kith.server.card.face;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of one document, embedded as far as its letters need them. Close it after the document is saved.
final class PdfFonts implements Closeable {
    private final PDDocument document;
    private final Map<FontFile, PDFont> embedded = new EnumMap<>(FontFile.class);
    private final List<TrueTypeFont> open = new ArrayList<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    /// Writes letters that are in their order on paper already. A letter that no font has is left out.
    void show(PDPageContentStream page, String visual, Style style, double size) throws IOException {
        var run = new StringBuilder();
        FontFile current = null;
        for (var letter : visual.codePoints().toArray()) {
            var font = VisualText.font(letter, style).orElse(null);
            if (font == null) continue;
            if (current != null && font != current) flush(page, run, current, size);
            run.appendCodePoint(letter);
            current = font;
        }
        if (current != null) flush(page, run, current, size);
    }

    private void flush(PDPageContentStream page, StringBuilder run, FontFile font, double size) throws IOException {
        page.setFont(embed(font), (float) size);
        page.showText(run.toString());
        run.setLength(0);
    }

    private PDFont embed(FontFile file) throws IOException {
        var known = embedded.get(file);
        if (known != null) return known;

        var font = file.open();
        open.add(font);
        var added = PDType0Font.load(document, font, true);
        embedded.put(file, added);
        return added;
    }

    @Override
    public void close() throws IOException {
        for (var font : open) font.close();
    }
}
