package org.kith.server.presentation;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.kith.server.presentation.PictureReading.Found;
import org.kith.server.presentation.PictureReading.NoCode;
import org.kith.server.presentation.PictureReading.NotAPicture;
import org.kith.server.presentation.PictureReading.TooLarge;
import org.springframework.stereotype.Component;

/// Finds a card's code in a photo, in memory. Nothing of the picture is kept, not even for a moment on a disk.
@Component
class Pictures {
    /// A photo of a modern telephone has up to 50 million pixels.
    private static final long MOST_PIXELS = 60_000_000;
    /// Pixels along the longer side at which a photo is looked at; a code of 81 squares is well readable then.
    private static final int WORKING_SIDE = 2_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    /// Photos are large: only two at a time, so that many visitors cannot fill the memory.
    private final java.util.concurrent.Semaphore two = new java.util.concurrent.Semaphore(2);

    Pictures() {
        ImageIO.setUseCache(false);
    }

    PictureReading read(byte[] picture) {
        two.acquireUninterruptibly();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            return readers(in).findFirst().map(reader -> read(reader, in)).orElseGet(NotAPicture::new);
        } catch (IOException e) {
            return new NotAPicture();
        } finally {
            two.release();
        }
    }

    private static Stream<ImageReader> readers(ImageInputStream in) {
        var found = ImageIO.getImageReaders(in);
        return Stream.iterate(found, readers -> readers.hasNext(), readers -> readers)
                .map(readers -> readers.next())
                .filter(reader -> isAllowed(reader));
    }

    private static boolean isAllowed(ImageReader reader) {
        try {
            return FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }

    private static PictureReading read(ImageReader reader, ImageInputStream in) {
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) return new TooLarge();

            // A photo is thinned out while it is read, so that a large one never lies in memory whole.
            var parameters = reader.getDefaultReadParam();
            var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / WORKING_SIDE);
            parameters.setSourceSubsampling(step, step, 0, 0);
            return code(grey(reader.read(0, parameters)))
                    .<PictureReading>map(Found::new)
                    .orElseGet(NoCode::new);
        } catch (IOException | RuntimeException e) {
            return new NotAPicture();
        } finally {
            reader.dispose();
        }
    }

    /// Readers differ in what they miss, so a picture is looked at in several ways and at two sizes.
    private static Optional<String> code(BufferedImage picture) {
        return Stream.of(picture, half(picture))
                .map(Pictures::luminance)
                .flatMap(light -> Stream.of(
                        new BinaryBitmap(new HybridBinarizer(light)),
                        new BinaryBitmap(new GlobalHistogramBinarizer(light))))
                .flatMap(Pictures::codes)
                .map(Result::getText)
                .findFirst();
    }

    private static Stream<Result> codes(BinaryBitmap bitmap) {
        try {
            return Arrays.stream(
                    new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE)));
        } catch (NotFoundException e) {
            return Stream.empty();
        }
    }

    private static LuminanceSource luminance(BufferedImage grey) {
        var light = new byte[grey.getWidth() * grey.getHeight()];
        grey.getRaster().getDataElements(0, 0, grey.getWidth(), grey.getHeight(), light);
        return new PlanarYUVLuminanceSource(
                light, grey.getWidth(), grey.getHeight(), 0, 0, grey.getWidth(), grey.getHeight(), false);
    }

    private static BufferedImage grey(BufferedImage picture) {
        return drawn(picture, picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage half(BufferedImage picture) {
        return drawn(picture, Math.max(1, picture.getWidth() / 2), Math.max(1, picture.getHeight() / 2));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }
}
