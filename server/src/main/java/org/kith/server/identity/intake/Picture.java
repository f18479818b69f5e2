package org.kith.server.identity.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.kith.server.identity.FileKind;
import org.kith.server.identity.Intake;
import org.kith.server.identity.Page;
import org.kith.server.identity.PictureHint;
import org.kith.server.identity.face.FacePhoto;
import org.kith.server.identity.quality.Grey;
import org.kith.server.identity.quality.Quality;
import org.kith.server.identity.quality.Skew;

/// A photo, drawn anew: decoded, turned upright, straightened where a page plainly lies askew, made smaller where it is
/// larger than needed, written as a JPEG.
final class Picture {
    private Picture() {}

    static Intake draw(byte[] file, FileKind kind, Purpose purpose, boolean eyesOpen) throws IOException {
        return switch (decode(file, kind)) {
            case Decoded(var image, var orientation) ->
                new Intake.Accepted(List.of(
                        purpose == Purpose.PORTRAIT ? face(image, orientation, eyesOpen) : page(image, orientation)));
            case NotDecoded(var why) -> why;
        };
    }

    /// What came of decoding a file.
    sealed interface Decoding {}

    /// A picture as it is stored, and how it stands upright.
    record Decoded(BufferedImage image, Orientation orientation) implements Decoding {}

    record NotDecoded(Intake.Refused why) implements Decoding {}

    static Decoding decode(byte[] file, FileKind kind) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind == FileKind.PNG ? "png" : "jpeg")
                .next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            var longEdge = Math.max(width, height);

            if (longEdge > Limits.EDGE_READ || (long) width * height > Limits.PIXELS)
                return new NotDecoded(new Intake.TooManyPixels());
            if (longEdge < Limits.EDGE_LEAST) return new NotDecoded(new Intake.TooSmall());

            var orientation = kind == FileKind.JPEG ? Orientation.ofJpeg(file) : Orientation.UPRIGHT;
            var end = new EarlyEnd();
            reader.addIIOReadWarningListener(end);
            var decoded = decode(reader, longEdge);
            return end.seen ? new NotDecoded(new Intake.Unreadable()) : new Decoded(decoded, orientation);
        } finally {
            reader.dispose();
        }
    }

    /// Every second (third…) pixel of a picture much larger than we keep, so that it never lies in memory whole.
    private static BufferedImage decode(ImageReader reader, int longEdge) throws IOException {
        var parameters = reader.getDefaultReadParam();
        var step = Math.max(1, longEdge / Limits.EDGE_KEPT);
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    /// The decoder paints grey where a photo stops half way, and says so here only. A page with a hole would be taken
    /// for the whole.
    private static final class EarlyEnd implements IIOReadWarningListener {
        private boolean seen;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) seen = true;
        }
    }

    private static Page face(BufferedImage decoded, Orientation orientation, boolean eyesOpen) throws IOException {
        var grey = orientation.upright(Grey.of(decoded, Quality.EDGE));
        var drawn = Resampling.of(decoded, orientation, 0, Limits.EDGE_KEPT);
        var longEdge = Math.max(drawn.getWidth(), drawn.getHeight());
        return page(drawn, FacePhoto.hints(decoded, grey, longEdge, eyesOpen));
    }

    private static Page page(BufferedImage decoded, Orientation orientation) throws IOException {
        var grey = orientation.upright(Grey.of(decoded, Quality.EDGE));
        var drawn = Resampling.of(decoded, orientation, Skew.of(grey), Limits.EDGE_KEPT);
        return page(drawn, Quality.ofPhoto(grey, Math.max(drawn.getWidth(), drawn.getHeight())));
    }

    static Page page(BufferedImage drawn, Set<PictureHint> hints) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(Limits.JPEG_QUALITY);
            writer.setOutput(out);
            // No metadata of the file goes along: the second and third places are empty.
            writer.write(null, new IIOImage(drawn, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return new Page(drawn.getWidth(), drawn.getHeight(), bytes.toByteArray(), hints);
    }
}
