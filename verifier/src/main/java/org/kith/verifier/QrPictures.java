package org.kith.verifier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Finds QR codes in a picture: at three sizes, as it is and inverted, with two ways of telling dark from
/// light. No one
/// of them reads all pictures.
final class QrPictures {
    private static final Map<DecodeHintType, ?> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
    private static final double[] SCALES = {1, 0.5, 2};
    private static final int LARGEST_SIDE = 6000;
    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private QrPictures() {}

    /// The texts of the codes of the first way that finds one which is looked for; else all that were found.
    static Set<String> read(BufferedImage picture, TextSought sought) {
        var texts = new LinkedHashSet<String>();
        for (var scale : SCALES) {
            if (Math.max(picture.getWidth(), picture.getHeight()) * scale > LARGEST_SIDE) continue;
            var source = luminance(scaled(picture, scale));
            for (var way : List.of(source, source.invert())) {
                for (var binarizer : BINARIZERS) texts.addAll(decode(binarizer.apply(way)));
                if (texts.stream().anyMatch(sought::is)) return texts;
            }
        }
        return texts;
    }

    /// Whether a text is what is looked for.
    interface TextSought {
        boolean is(String text);
    }

    private static List<String> decode(Binarizer picture) {
        try {
            var results = new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(picture), HINTS);
            return List.of(results).stream().map(Result::getText).toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }

    private static LuminanceSource luminance(BufferedImage picture) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        return new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    }

    /// On white, as a picture may be transparent where the paper shows.
    private static BufferedImage scaled(BufferedImage picture, double scale) {
        var width = Math.max(1, (int) (picture.getWidth() * scale));
        var height = Math.max(1, (int) (picture.getHeight() * scale));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, java.awt.Color.WHITE, null);
        graphics.dispose();
        return scaled;
    }
}
