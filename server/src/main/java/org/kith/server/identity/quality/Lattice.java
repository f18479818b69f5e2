package org.kith.server.identity.quality;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Whether one fine lattice lies over all of a picture, as the pixels of a screen or the dots of print do when they are
/// photographed: the same narrow peak in the spectra of most of its pieces. Cloth and wallpaper have lattices too, but
/// not the face before them. A print without dots, such as a photo laboratory makes, has none to be seen.
public final class Lattice {
    /// Pieces lie in two columns of so many along the longer edge; those in the middle are the face.
    private static final int ALONG = 4;

    /// So many of the eight pieces have it in common.
    static final int IN_COMMON = 5;

    /// A lattice seen from aside is this much finer in one place than in another.
    static final double FROM_ASIDE = 0.12;

    /// And a peak is never found more exactly than by so many waves a piece.
    static final double EXACTLY = 4;

    private Lattice() {}

    /// Measures a picture pixel by pixel; one made smaller has lost its lattice.
    public static boolean liesOver(BufferedImage picture) {
        // The pieces of a picture smaller than that would be one piece, and one is not most.
        if (Math.min(picture.getWidth(), picture.getHeight()) < Spectrum.SIDE * 3 / 2) return false;

        var pieces = new ArrayList<List<Peak>>();
        for (var row = 0; row < ALONG; row++) {
            var along = (row + 0.5) / ALONG;
            pieces.addAll(Spectrum.peaks(piece(picture, along, 0.3), piece(picture, along, 0.7)));
        }
        return pieces.stream()
                .flatMap(List::stream)
                .anyMatch(peak ->
                        pieces.stream().filter(piece -> has(piece, peak)).count() >= IN_COMMON);
    }

    private static Grey piece(BufferedImage picture, double along, double across) {
        var tall = picture.getHeight() >= picture.getWidth();
        var left = begin(tall ? across : along, picture.getWidth());
        var top = begin(tall ? along : across, picture.getHeight());
        return Grey.piece(picture, left, top, Spectrum.SIDE);
    }

    private static int begin(double middle, int edge) {
        return Math.clamp((int) (middle * edge) - Spectrum.SIDE / 2, 0, edge - Spectrum.SIDE);
    }

    private static boolean has(List<Peak> piece, Peak wanted) {
        var apart = Math.max(EXACTLY, FROM_ASIDE * Math.hypot(wanted.across(), wanted.down()));
        return piece.stream()
                .anyMatch(peak -> Math.hypot(peak.across() - wanted.across(), peak.down() - wanted.down()) <= apart);
    }

    /// @param across waves from the left of a piece to its right; fewer than none where they fall the other way
    /// @param down   waves from its top to its bottom
    record Peak(int across, int down) {}
}
