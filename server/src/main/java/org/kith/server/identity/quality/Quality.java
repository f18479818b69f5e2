package org.kith.server.identity.quality;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;
import org.kith.server.identity.PictureHint;

/// What may make a picture hard to read, measured on the picture as we keep it. The thresholds were chosen on drawn
/// pages that were darkened, blurred, shaken, cut and lit by a lamp; they stand beside what each measures.
public final class Quality {
    /// Everything but size is measured on a picture made this small, so that the thresholds mean the same for all.
    public static final int EDGE = 1000;

    /// A longer edge of fewer pixels is less than 85 dots an inch on A4.
    static final int SMALL = 1000;

    private Quality() {}

    /// Of a photo.
    ///
    /// @param grey     the photo, its longer edge at most [#EDGE]
    /// @param longEdge of the picture that is kept
    public static Set<PictureHint> ofPhoto(Grey grey, int longEdge) {
        var hints = of(grey);
        if (longEdge < SMALL) hints.add(PictureHint.SMALL);
        return hints;
    }

    /// Of a page that we drew from a PDF: its size is our own choice.
    public static Set<PictureHint> ofPage(BufferedImage page) {
        return of(Grey.of(page, EDGE));
    }

    private static Set<PictureHint> of(Grey grey) {
        var hints = EnumSet.noneOf(PictureHint.class);
        if (Light.isDark(grey)) hints.add(PictureHint.DARK);
        if (Light.isBright(grey)) hints.add(PictureHint.BRIGHT);
        if (Glare.isIn(grey)) hints.add(PictureHint.GLARE);
        if (Sharpness.isBlurred(grey) || Shake.isIn(grey)) hints.add(PictureHint.BLURRED);
        if (Border.cutsOff(grey)) hints.add(PictureHint.CUT_OFF);
        return hints;
    }
}
