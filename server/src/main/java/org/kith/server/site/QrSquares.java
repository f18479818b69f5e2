package org.kith.server.site;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/// A QR code as its dark runs, one square being one unit. Error correction M: a fold or a coffee ring may cost 15 %.
///
/// @param size squares along a side, without the quiet zone
public record QrSquares(int size, List<Run> runs) {
    /// Squares of light that belong around the code (ISO/IEC 18004 §6.3.8).
    public static final int QUIET = 4;

    /// Dark squares beside each other in one row.
    public record Run(int x, int y, int length) {}

    public static QrSquares of(String text) {
        try {
            return of(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /// The outline of all dark squares, in SVG's path language.
    public String path() {
        var path = new StringBuilder();
        for (var run : runs) {
            path.append('M').append(run.x()).append(' ').append(run.y());
            path.append('h')
                    .append(run.length())
                    .append("v1h-")
                    .append(run.length())
                    .append('z');
        }
        return path.toString();
    }

    private static QrSquares of(ByteMatrix matrix) {
        var runs = new ArrayList<Run>();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) != 1) continue;

                var start = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) x++;
                runs.add(new Run(start, y, x - start));
            }
        }
        return new QrSquares(matrix.getWidth(), List.copyOf(runs));
    }
}
