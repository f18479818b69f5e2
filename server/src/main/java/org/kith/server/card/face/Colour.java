package org.kith.server.card.face;

import java.util.Locale;

/// A colour in sRGB.
///
/// @param rgb 0xRRGGBB
public record Colour(int rgb) {
    public static final Colour WHITE = new Colour(0xffffff);
    public static final Colour INK = new Colour(0x12262d);
    public static final Colour SOFT_INK = new Colour(0x42565c);

    public Colour {
        if (rgb < 0 || rgb > 0xffffff) throw new IllegalArgumentException("not a colour");
    }

    /// Reads `#0b5563`.
    public static Colour parse(String hex) {
        return new Colour(Integer.parseInt(hex, 1, hex.length(), 16));
    }

    /// The colour `share` of the way from this one to `other`.
    Colour mixedWith(Colour other, double share) {
        return new Colour(blend(16, other, share) << 16 | blend(8, other, share) << 8 | blend(0, other, share));
    }

    float red() {
        return (rgb >> 16 & 0xff) / 255f;
    }

    float green() {
        return (rgb >> 8 & 0xff) / 255f;
    }

    float blue() {
        return (rgb & 0xff) / 255f;
    }

    String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private int blend(int shift, Colour other, double share) {
        var from = rgb >> shift & 0xff;
        var to = other.rgb >> shift & 0xff;
        return (int) Math.round(from + (to - from) * share);
    }
}
