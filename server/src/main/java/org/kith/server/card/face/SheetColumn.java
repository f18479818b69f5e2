package org.kith.server.card.face;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/// A column of text on paper, filled from above. Lengths are millimetres.
final class SheetColumn {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double LABEL_SHARE = .36;

    private final PDPageContentStream page;
    private final PdfFonts fonts;
    private final boolean rightToLeft;
    private final double left;
    private final double width;
    private double y;

    SheetColumn(PDPageContentStream page, PdfFonts fonts, boolean rightToLeft, double left, double width) {
        this.page = page;
        this.fonts = fonts;
        this.rightToLeft = rightToLeft;
        this.left = left;
        this.width = width;
        this.y = left;
    }

    /// A narrower column whose reading starts `start` after this one's does.
    SheetColumn part(double start, double partWidth, double from) {
        var partLeft = rightToLeft ? left + width - start - partWidth : left + start;
        var part = new SheetColumn(page, fonts, rightToLeft, partLeft, partWidth);
        part.moveTo(from);
        return part;
    }

    double y() {
        return y;
    }

    void moveTo(double newY) {
        y = newY;
    }

    void text(String text, Style style, double size, Colour colour, double after) throws IOException {
        y = paragraph(text, style, size, colour, 0, width, y) + after;
    }

    /// A label and its value beside each other, with a thin line below.
    void row(String label, String value) throws IOException {
        var labelEnd = paragraph(label, Style.STRONG, 3.7, Colour.INK, 0, width * LABEL_SHARE - 3, y + 1.4);
        var start = width * LABEL_SHARE;
        var valueEnd = paragraph(value, Style.TEXT, 3.7, Colour.INK, start, width - start, y + 1.4);
        y = Math.max(labelEnd, valueEnd) + 1.6;
        page.setStrokingColor(.83f, .85f, .84f);
        page.setLineWidth(.6f);
        page.moveTo(points(left), fromTop(y));
        page.lineTo(points(left + width), fromTop(y));
        page.stroke();
    }

    private double paragraph(
            String text, Style style, double size, Colour colour, double start, double room, double top)
            throws IOException {
        var setting = Setting.at(text, style, room, size);
        var lineTop = top;
        for (var line : setting.lines()) {
            var lineWidth = VisualText.width(line, style, size);
            var x = rightToLeft ? left + width - start - lineWidth : left + start;
            page.setNonStrokingColor(colour.red(), colour.green(), colour.blue());
            page.beginText();
            page.setTextMatrix(Matrix.getTranslateInstance(points(x), fromTop(lineTop + size * .95)));
            fonts.show(page, VisualText.of(line, rightToLeft), style, size * POINTS_PER_MM);
            page.endText();
            lineTop += size * 1.36;
        }
        return lineTop;
    }

    private static float points(double millimetres) {
        return (float) (millimetres * POINTS_PER_MM);
    }

    private static float fromTop(double millimetres) {
        return (float) (PDRectangle.A4.getHeight() - millimetres * POINTS_PER_MM);
    }
}
