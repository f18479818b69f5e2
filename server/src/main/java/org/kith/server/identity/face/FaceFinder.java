package org.kith.server.identity.face;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kith.server.identity.quality.Grey;

/// Looks for faces where an operator has put OpenCV. Only the drawing process does this: the server never loads it.
final class FaceFinder {
    private static final String LIBRARY = "org.bytedeco.opencv.opencv_objdetect.CascadeClassifier";

    private FaceFinder() {}

    /// The faces on a photo; nothing where there is no OpenCV to look for them.
    static Optional<List<Face>> on(Grey photo) {
        if (!isThere()) return Optional.empty();

        try {
            return Optional.of(new OpenCvFaces().find(photo));
        } catch (IOException | LinkageError _) {
            // OpenCV for another machine: as good as none.
            return Optional.empty();
        }
    }

    private static boolean isThere() {
        try {
            Class.forName(LIBRARY, false, FaceFinder.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
