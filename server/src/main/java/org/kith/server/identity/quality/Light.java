package org.kith.server.identity.quality;

/// Whether there was enough light, and not too much.
public final class Light {
    /// Where even the paper, the brightest twentieth of the picture, is darker than this, somebody was in a dark room.
    /// Phones expose paper to 150 and more.
    static final int PAPER_LEAST = 95;

    /// Where not even the darkest two thousandth, fifteen letters of a page, is darker than this, ink has washed out.
    static final int INK_MOST = 150;

    /// And that matters only where most of the picture is this bright.
    static final int WASHED_OUT = 225;

    /// An empty page of a PDF is nothing but white.
    static final int BLANK = 250;

    private Light() {}

    public static boolean isDark(Grey picture) {
        return picture.percentile(0.95) < PAPER_LEAST;
    }

    public static boolean isBright(Grey picture) {
        var ink = picture.percentile(0.0005);
        return ink >= INK_MOST && ink <= BLANK && picture.percentile(0.5) >= WASHED_OUT;
    }
}
