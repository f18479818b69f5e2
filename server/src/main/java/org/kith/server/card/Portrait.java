package org.kith.server.card;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// The face on a card as wallets carry it: as large as a face on a telephone needs to be, since each copy of a batch
/// brings it along.
///
/// @param jpeg 320 pixels high at most
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it
public record Portrait(byte[] jpeg) {
    private static final int HEIGHT = 320;

    /// A photo of ours, drawn by ourselves before.
    static Portrait of(byte[] photo) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(photo));
            if (image.getHeight() <= HEIGHT) return new Portrait(photo);

            var out = new ByteArrayOutputStream();
            ImageIO.write(scaled(image), "jpeg", out);
            return new Portrait(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        var width = Math.max(1, image.getWidth() * HEIGHT / image.getHeight());
        var small = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var drawing = small.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        drawing.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        drawing.drawImage(image, 0, 0, width, HEIGHT, null);
        drawing.dispose();
        return small;
    }

    /// As the claim `picture` of OpenID Connect does (RFC 2397).
    public String asDataUrl() {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Portrait that && Arrays.equals(jpeg, that.jpeg);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(jpeg);
    }

    @Override
    public String toString() {
        return "Portrait[…]";
    }
}
