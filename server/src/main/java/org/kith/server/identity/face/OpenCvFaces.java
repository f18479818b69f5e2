package org.kith.server.identity.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.kith.server.identity.quality.Grey;

/// Finds faces with OpenCV's Haar cascades, which come along in its jar.
final class OpenCvFaces {
    private static final String CASCADES =
            "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/";

    private static final double STEP = 1.1;
    private static final int AGREEING = 5;

    /// Smaller ones, in parts of the picture's width, are patterns on a wall.
    private static final int LEAST_FACE = 8;

    private static final int LEAST_EYE = 8;

    private final CascadeClassifier faces = cascade("haarcascade_frontalface_default.xml");
    private final CascadeClassifier eyes = cascade("haarcascade_eye.xml");
    private final CascadeClassifier eyesBehindGlasses = cascade("haarcascade_eye_tree_eyeglasses.xml");

    OpenCvFaces() throws IOException {}

    List<Face> find(Grey photo) {
        try (var picture = new Mat(photo.height(), photo.width(), CV_8UC1);
                var found = new RectVector()) {
            var shades = new byte[photo.shades().length];
            for (var i = 0; i < shades.length; i++) shades[i] = (byte) photo.shades()[i];
            picture.data().put(shades);
            var least = photo.width() / LEAST_FACE;
            faces.detectMultiScale(picture, found, STEP, AGREEING, 0, new Size(least, least), new Size());
            var all = new ArrayList<Face>();
            for (var i = 0; i < found.size(); i++) {
                var place = found.get(i);
                all.add(new Face(place.x(), place.y(), place.width(), place.height(), hasEyes(picture, place)));
            }
            return all;
        }
    }

    private boolean hasEyes(Mat picture, Rect face) {
        try (var upper = new Mat(picture, new Rect(face.x(), face.y(), face.width(), face.height() * 3 / 5))) {
            return isIn(upper, eyes) || isIn(upper, eyesBehindGlasses);
        }
    }

    private static boolean isIn(Mat upper, CascadeClassifier cascade) {
        try (var found = new RectVector()) {
            var least = upper.cols() / LEAST_EYE;
            cascade.detectMultiScale(upper, found, STEP, AGREEING, 0, new Size(least, least), new Size());
            return !found.empty();
        }
    }

    private static CascadeClassifier cascade(String name) throws IOException {
        return new CascadeClassifier(Loader.cacheResource(CASCADES + name).getPath());
    }
}
