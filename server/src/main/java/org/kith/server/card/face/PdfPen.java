package org.kith.server.card.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.function.PDFunctionType3;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShadingType2;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.kith.server.site.QrSquares;

/// Draws on a page of a PDF whose coordinates have been turned so that one unit is one unit of the card.
final class PdfPen implements Pen {
    /// How far a quarter circle's handles reach, in radii.
    private static final double ARC = .5523;

    private final PDPageContentStream page;
    private final PdfFonts fonts;

    PdfPen(PDPageContentStream page, PdfFonts fonts) {
        this.page = page;
        this.fonts = fonts;
    }

    @Override
    public void ground(Colour from, Colour middle, Colour to) {
        draw(() -> {
            rounded(0, 0, WIDTH, HEIGHT, CORNER);
            page.clip();
            page.shadingFill(shading(from, middle, to));
        });
    }

    @Override
    public void strand(Strand strand) {
        draw(() -> {
            rounded(0, 0, WIDTH, HEIGHT, CORNER);
            page.clip();
            var faint = new PDExtendedGraphicsState();
            faint.setStrokingAlphaConstant((float) strand.opacity());
            page.setGraphicsStateParameters(faint);
            page.setLineWidth((float) strand.width());
            for (var copy : strand.placed()) {
                page.saveGraphicsState();
                var place = Matrix.getTranslateInstance((float) copy.x(), (float) copy.y());
                place.rotate(Math.toRadians(copy.degrees()));
                place.scale((float) copy.scale(), (float) copy.scale());
                page.transform(place);
                stroke(copy.colour());
                lines(strand);
                page.restoreGraphicsState();
            }
        });
    }

    @Override
    public void words(Words words) {
        var visual = VisualText.of(words.text(), false);
        var start =
                words.fromEnd() ? words.x() - VisualText.width(words.text(), words.style(), words.size()) : words.x();
        draw(() -> {
            fill(words.colour());
            page.beginText();
            page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) start, (float) words.baseline()));
            fonts.show(page, visual, words.style(), words.size());
            page.endText();
        });
    }

    @Override
    public void code(QrSquares code, double x, double y, double side) {
        var square = side / (code.size() + 2 * QrSquares.QUIET);
        draw(() -> {
            fill(Colour.WHITE);
            rounded(x, y, side, side, 14);
            page.fill();
            fill(Colour.INK);
            for (var run : code.runs()) {
                page.addRect(
                        (float) (x + (QrSquares.QUIET + run.x()) * square),
                        (float) (y + (QrSquares.QUIET + run.y()) * square),
                        (float) (run.length() * square),
                        (float) square);
            }
            page.fill();
        });
    }

    @Override
    public void edge(Colour colour) {
        draw(() -> {
            stroke(colour);
            page.setLineWidth(1.5f);
            rounded(.75, .75, WIDTH - 1.5, HEIGHT - 1.5, CORNER - .5);
            page.stroke();
        });
    }

    /// The line to cut along, just outside the card.
    void cutLine() {
        draw(() -> {
            stroke(Colour.SOFT_INK);
            page.setLineWidth(1.5f);
            page.setLineDashPattern(new float[] {12, 10}, 0);
            rounded(-6, -6, WIDTH + 12, HEIGHT + 12, CORNER + 6);
            page.stroke();
        });
    }

    private void lines(Strand strand) throws IOException {
        var first = strand.points().getFirst();
        page.moveTo((float) first.x(), (float) first.y());
        for (var point : strand.points().subList(1, strand.points().size())) {
            page.lineTo((float) point.x(), (float) point.y());
        }
        if (strand.closed()) page.closePath();
        page.stroke();
    }

    private void rounded(double x, double y, double w, double h, double r) throws IOException {
        var k = r * (1 - ARC);
        page.moveTo((float) (x + r), (float) y);
        page.lineTo((float) (x + w - r), (float) y);
        corner(x + w - k, y, x + w, y + k, x + w, y + r);
        page.lineTo((float) (x + w), (float) (y + h - r));
        corner(x + w, y + h - k, x + w - k, y + h, x + w - r, y + h);
        page.lineTo((float) (x + r), (float) (y + h));
        corner(x + k, y + h, x, y + h - k, x, y + h - r);
        page.lineTo((float) x, (float) (y + r));
        corner(x, y + k, x + k, y, x + r, y);
        page.closePath();
    }

    private void corner(double ax, double ay, double bx, double by, double x, double y) throws IOException {
        page.curveTo((float) ax, (float) ay, (float) bx, (float) by, (float) x, (float) y);
    }

    private void stroke(Colour colour) throws IOException {
        page.setStrokingColor(colour.red(), colour.green(), colour.blue());
    }

    private void fill(Colour colour) throws IOException {
        page.setNonStrokingColor(colour.red(), colour.green(), colour.blue());
    }

    /// An axial shading over two stretches (ISO 32000-1 §8.7.4.5.3).
    private static PDShading shading(Colour from, Colour middle, Colour to) {
        var functions = new COSArray();
        functions.add(between(from, middle));
        functions.add(between(middle, to));
        var stitched = new COSDictionary();
        stitched.setInt(COSName.FUNCTION_TYPE, 3);
        stitched.setItem(COSName.DOMAIN, numbers(0, 1));
        stitched.setItem(COSName.FUNCTIONS, functions);
        stitched.setItem(COSName.BOUNDS, numbers(.52));
        stitched.setItem(COSName.ENCODE, numbers(0, 1, 0, 1));

        var shading = new PDShadingType2(new COSDictionary());
        shading.setShadingType(PDShading.SHADING_TYPE2);
        shading.setColorSpace(PDDeviceRGB.INSTANCE);
        shading.setCoords(numbers(0, 0, WIDTH, HEIGHT));
        shading.setFunction(new PDFunctionType3(stitched));
        return shading;
    }

    private static COSDictionary between(Colour from, Colour to) {
        var function = new COSDictionary();
        function.setInt(COSName.FUNCTION_TYPE, 2);
        function.setItem(COSName.DOMAIN, numbers(0, 1));
        function.setItem(COSName.C0, numbers(from.red(), from.green(), from.blue()));
        function.setItem(COSName.C1, numbers(to.red(), to.green(), to.blue()));
        function.setItem(COSName.N, COSInteger.ONE);
        return function;
    }

    private static COSArray numbers(double... values) {
        var array = new COSArray();
        for (var value : values) array.add(new COSFloat((float) value));
        return array;
    }

    /// One piece of drawing that leaves the page's state as it was.
    private void draw(Drawing drawing) {
        try {
            page.saveGraphicsState();
            drawing.draw();
            page.restoreGraphicsState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Drawing {
        void draw() throws IOException;
    }
}
