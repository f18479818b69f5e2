package org.kith.server.identity.face;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kith.server.identity.PictureHint;
import org.kith.server.identity.quality.Grey;
import org.kith.server.identity.quality.Lattice;
import org.kith.server.identity.quality.Light;

/// What may make a face photo of little use. An officer judges; nothing is refused.
///
/// A hand that holds a small child's head, a toy or a headscarf is nobody's business here: only faces are counted.
public final class FacePhoto {
    /// The longer edge: 45 mm at 300 dots an inch, as a card prints it (ISO/IEC 39794-5).
    static final int SMALL = 531;

    /// A face found is at least so much of the picture's height; from brow to chin is half a head.
    static final double LEAST_HEIGHT = 0.25;

    /// One half of the face is at most so many times brighter than the other.
    static final double UNEVEN = 1.6;

    private FacePhoto() {}

    /// Measures a photo.
    ///
    /// @param decoded  the photo, pixel by pixel
    /// @param grey     the photo made smaller
    /// @param longEdge of the photo that is kept
    /// @param eyesOpen whether this person is old enough to have to open their eyes
    public static Set<PictureHint> hints(BufferedImage decoded, Grey grey, int longEdge, boolean eyesOpen) {
        var hints = EnumSet.noneOf(PictureHint.class);
        if (longEdge < SMALL) hints.add(PictureHint.SMALL);
        if (Light.isDark(grey)) hints.add(PictureHint.DARK);
        if (Light.isBright(grey)) hints.add(PictureHint.BRIGHT);
        if (Lattice.liesOver(decoded)) hints.add(PictureHint.OF_A_PICTURE);
        FaceFinder.on(grey).ifPresent(faces -> hints.addAll(ofFaces(grey, faces, eyesOpen)));
        return hints;
    }

    static Set<PictureHint> ofFaces(Grey grey, List<Face> faces, boolean eyesOpen) {
        if (faces.isEmpty()) return Set.of(PictureHint.NO_FACE);
        if (faces.size() > 1) return Set.of(PictureHint.SEVERAL_FACES);

        var hints = EnumSet.noneOf(PictureHint.class);
        var face = faces.getFirst();
        if (face.height() < LEAST_HEIGHT * grey.height()) hints.add(PictureHint.FACE_FAR);
        if (isUneven(grey, face)) hints.add(PictureHint.ONE_SIDED);
        if (eyesOpen && !face.eyes()) hints.add(PictureHint.EYES);
        return hints;
    }

    private static boolean isUneven(Grey grey, Face face) {
        var middle = face.left() + face.width() / 2;
        var left = mean(grey, face.left() + face.width() / 8, middle, face);
        var right = mean(grey, middle, face.left() + face.width() * 7 / 8, face);
        return Math.max(left, right) > UNEVEN * Math.max(1, Math.min(left, right));
    }

    private static double mean(Grey grey, int from, int to, Face face) {
        var sum = 0L;
        var count = 0;
        for (var y = face.top() + face.height() / 4; y < face.top() + face.height() * 7 / 8; y++) {
            for (var x = from; x < to; x++) {
                sum += grey.at(x, y);
                count++;
            }
        }
        return (double) sum / Math.max(1, count);
    }
}
