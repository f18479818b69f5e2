package org.kith.credential.mrz.optical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/// The shapes of the letters of a zone, which ICAO 9303-3 §4.3 prints in OCR-B, and how alike a piece of a picture is
/// to
/// each. `ocr-b.png` holds them side by side; `ocr-b.txt` says where they come from.
final class Shapes {
    static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

    /// A cell is so many parts wide and high; capitals take [#CAPITAL] of the height, below [#ABOVE].
    static final int WIDTH = 20;

    static final int HEIGHT = 32;
    static final int CAPITAL = 22;
    static final int ABOVE = 5;

    static final Shapes FINE = new Shapes(1);

    /// A quarter of the parts, for looking about quickly.
    static final Shapes COARSE = new Shapes(2);

    private final int step;
    private final float[][] shapes = new float[LETTERS.length()][];

    private Shapes(int step) {
        this.step = step;
        var drawn = drawn();
        var scale = drawn.height() / HEIGHT;
        for (var i = 0; i < shapes.length; i++) {
            var cell = drawn.part(i * WIDTH * scale, 0, (i + 1) * WIDTH * scale, drawn.height())
                    .shrunk(scale * step);
            shapes[i] = compared(softened(cell));
        }
    }

    /// How many parts one cell is compared by.
    int parts() {
        return (WIDTH / step) * (HEIGHT / step);
    }

    /// Reads a cell into `parts`, ready to be compared.
    ///
    /// @param left  of the cell
    /// @param top   of the cell
    /// @param pitch the width of the cell; its height follows
    void read(Plane plane, double left, double top, double pitch, float[] parts) {
        var part = pitch / WIDTH * step;
        var to = 0;
        for (var y = 0; y < HEIGHT / step; y++) {
            for (var x = 0; x < WIDTH / step; x++) {
                // Ink is bright, as on the shapes.
                parts[to++] = 255 - plane.between(left + (x + 0.5) * part, top + (y + 0.5) * part);
            }
        }
        compare(parts);
    }

    /// From -1 to 1: how alike they are, whatever the contrast.
    float likeness(float[] parts, char letter) {
        var shape = shapes[LETTERS.indexOf(letter)];
        var sum = 0f;
        for (var i = 0; i < shape.length; i++) sum += shape[i] * parts[i];
        return sum;
    }

    private static float[] compared(Plane cell) {
        compare(cell.shades());
        return cell.shades();
    }

    /// Takes the mean away and brings the length to 1.
    private static void compare(float[] parts) {
        var mean = 0f;
        for (var part : parts) mean += part;
        mean /= parts.length;
        var squares = 1e-3f;
        for (var i = 0; i < parts.length; i++) {
            parts[i] -= mean;
            squares += parts[i] * parts[i];
        }
        var length = (float) Math.sqrt(squares);
        for (var i = 0; i < parts.length; i++) parts[i] /= length;
    }

    /// No camera is as sharp as a drawing.
    private static Plane softened(Plane cell) {
        var soft = new float[cell.shades().length];
        for (var y = 0; y < cell.height(); y++) {
            for (var x = 0; x < cell.width(); x++) {
                var sum = 0f;
                var count = 0;
                for (var dy = -1; dy <= 1; dy++) {
                    for (var dx = -1; dx <= 1; dx++) {
                        if (x + dx < 0 || y + dy < 0 || x + dx >= cell.width() || y + dy >= cell.height()) continue;
                        sum += cell.at(x + dx, y + dy);
                        count++;
                    }
                }
                soft[y * cell.width() + x] = sum / count;
            }
        }
        return new Plane(cell.width(), cell.height(), soft);
    }

    private static Plane drawn() {
        try (var in = Objects.requireNonNull(Shapes.class.getResourceAsStream("ocr-b.png"))) {
            return Plane.of(ImageIO.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
