package org.kith.server.identity.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.kith.server.identity.Intake;
import org.kith.server.identity.Page;
import org.kith.server.identity.quality.Quality;

/// A PDF, drawn page by page: no script, link, attachment or hidden layer of it is kept.
final class PdfPages {
    private static final float POINTS_PER_INCH = 72;

    private PdfPages() {}

    static Intake draw(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var sizes = new ArrayList<PDPage>();
            // Counted by walking: what the file says of itself may be wrong.
            for (var page : document.getPages()) {
                if (sizes.size() == Limits.PAGES) return new Intake.TooManyPages();
                sizes.add(page);
            }
            if (sizes.isEmpty()) return new Intake.Unreadable();

            return pages(document, sizes);
        } catch (InvalidPasswordException _) {
            return new Intake.PasswordProtected();
        }
    }

    private static Intake pages(PDDocument document, List<PDPage> sizes) throws IOException {
        var renderer = new WholeRenderer(document);
        var drawn = new ArrayList<Page>();
        for (var i = 0; i < sizes.size(); i++) {
            var image = renderer.renderImage(i, scale(sizes.get(i)), ImageType.RGB);
            if (renderer.somethingMissing) return new Intake.PartlyUnreadable();
            drawn.add(Picture.page(image, Quality.ofPage(image)));
        }
        return new Intake.Accepted(drawn);
    }

    private static float scale(PDPage page) {
        var box = page.getCropBox();
        var longEdge = Math.max(box.getWidth(), box.getHeight());
        return Math.min(Limits.DOTS_PER_INCH / POINTS_PER_INCH, Limits.EDGE_KEPT / Math.max(1, longEdge));
    }

    /// Remembers what the library would only have logged: a picture on the page that it cannot read.
    private static final class WholeRenderer extends PDFRenderer {
        private boolean somethingMissing;

        WholeRenderer(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void operatorException(Operator operator, List<COSBase> operands, IOException fault)
                        throws IOException {
                    if (leavesAHole(operator, fault)) somethingMissing = true;
                    super.operatorException(operator, operands, fault);
                }
            };
        }

        private static boolean leavesAHole(Operator operator, IOException fault) {
            return fault instanceof MissingImageReaderException
                    || fault.getCause() instanceof DataFormatException
                    || operator.getName().equals(OperatorName.DRAW_OBJECT);
        }
    }
}
