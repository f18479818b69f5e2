package org.kith.server.card.face;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.kith.server.site.QrSquares;

/// A card on A4 paper: the card itself at its true size with a line to cut along, a larger code, and plain words about
/// both.
public record CardSheet(SheetContent content) {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double MARGIN = 18;
    private static final double CARD_WIDTH = Pen.WIDTH / 10;
    private static final double CARD_HEIGHT = Pen.HEIGHT / 10;
    private static final double CODE_SIDE = 58;

    /// The sheet as a PDF. Its metadata name no person.
    public byte[] pdf() {
        try (var document = new PDDocument();
                var fonts = new PdfFonts(document)) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            describe(document);
            try (var stream = new PDPageContentStream(document, page)) {
                draw(stream, fonts);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(PDDocument document) {
        var about = new PDDocumentInformation();
        about.setTitle(content.face().cardName());
        document.setDocumentInformation(about);
        document.getDocumentCatalog().setLanguage(content.language().toLanguageTag());
        var preferences = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private void draw(PDPageContentStream stream, PdfFonts fonts) throws IOException {
        var column = new SheetColumn(stream, fonts, content.rightToLeft(), MARGIN, 210 - 2 * MARGIN);
        column.text(content.caption(), Style.TEXT, 3.9, Colour.SOFT_INK, 1);
        column.text(content.title(), Style.TITLE, 7.4, Colour.INK, 3);
        column.text(content.lead(), Style.TEXT, 4.1, Colour.INK, 5);
        card(stream, fonts, column);

        var below = column.y();
        var code = column.part(210 - 2 * MARGIN - CODE_SIDE, CODE_SIDE, below);
        code(stream, fonts, code);
        var facts = column.part(0, 210 - 2 * MARGIN - CODE_SIDE - 10, below);
        for (var row : content.rows()) facts.row(row.label(), row.value());

        column.moveTo(Math.max(facts.y(), code.y()) + 5);
        for (var section : content.sections()) {
            column.text(section.heading(), Style.STRONG, 4.1, Colour.INK, 1);
            column.text(section.text(), Style.TEXT, 3.6, Colour.INK, 3);
        }
    }

    private void card(PDPageContentStream stream, PdfFonts fonts, SheetColumn column) throws IOException {
        var left = content.rightToLeft() ? 210 - MARGIN - CARD_WIDTH : MARGIN;
        inUnits(stream, left, column.y(), .1);
        var pen = new PdfPen(stream, fonts);
        new CardFace(content.face()).draw(pen);
        pen.cutLine();
        stream.restoreGraphicsState();
        column.moveTo(column.y() + CARD_HEIGHT + 8);
    }

    private void code(PDPageContentStream stream, PdfFonts fonts, SheetColumn column) throws IOException {
        var left = content.rightToLeft() ? MARGIN : 210 - MARGIN - CODE_SIDE;
        inUnits(stream, left, column.y(), .1);
        new PdfPen(stream, fonts).code(QrSquares.of(content.face().qr()), 0, 0, CODE_SIDE * 10);
        stream.restoreGraphicsState();
        column.moveTo(column.y() + CODE_SIDE + 2);
        column.text(content.aboutCode(), Style.TEXT, 3.3, Colour.SOFT_INK, 2);
    }

    /// Turns coordinates so that `x`, `y` from the page's upper left corner in millimetres are the origin, y grows
    /// downwards and one unit is `unit` millimetres.
    private static void inUnits(PDPageContentStream stream, double x, double y, double unit) throws IOException {
        var scale = (float) (unit * POINTS_PER_MM);
        var top = PDRectangle.A4.getHeight() - y * POINTS_PER_MM;
        stream.saveGraphicsState();
        stream.transform(new Matrix(scale, 0, 0, -scale, (float) (x * POINTS_PER_MM), (float) top));
    }
}
