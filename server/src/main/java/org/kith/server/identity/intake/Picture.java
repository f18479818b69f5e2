package org.kith.server.identity.intake;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.kith.server.identity.FileKind;
import org.kith.server.identity.Intake;
import org.kith.server.identity.Page;
import org.kith.server.identity.PictureHint;
import org.kith.server.identity.quality.Quality;

/// A photo, drawn anew: decoded, turned upright, made smaller where it is larger than needed, written as a JPEG.
final class Picture {
    private Picture() {}

    static Intake draw(byte[] file, FileKind kind) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind == FileKind.JPEG ? "jpeg" : "png")
                .next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            var longEdge = Math.max(width, height);

            if (longEdge > Limits.EDGE_READ || (long) width * height > Limits.PIXELS) return new Intake.TooManyPixels();
            if (longEdge < Limits.EDGE_LEAST) return new Intake.TooSmall();

            var orientation = kind == FileKind.JPEG ? Orientation.ofJpeg(file) : Orientation.UPRIGHT;
            var drawn = upright(decode(reader, longEdge), orientation);
            return new Intake.Accepted(List.of(page(drawn, Quality.ofPhoto(drawn))));
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

    private static BufferedImage upright(BufferedImage stored, Orientation orientation) {
        var longEdge = Math.max(stored.getWidth(), stored.getHeight());
        var scale = Math.min(1.0, (double) Limits.EDGE_KEPT / longEdge);
        var width = atLeastOne(scale * (orientation.swapsSides() ? stored.getHeight() : stored.getWidth()));
        var height = atLeastOne(scale * (orientation.swapsSides() ? stored.getWidth() : stored.getHeight()));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        // What was see-through becomes paper.
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.scale(scale, scale);
        graphics.drawImage(stored, orientation.upright(stored.getWidth(), stored.getHeight()), null);
        graphics.dispose();
        return drawn;
    }

    private static int atLeastOne(double pixels) {
        return Math.max(1, (int) Math.round(pixels));
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
