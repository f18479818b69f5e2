package org.kith.credential.mrz.optical;

import java.util.ArrayList;
import java.util.List;
import org.kith.credential.mrz.MrzFormat;

/// A line as it was matched, letter by letter.
///
/// @param likeness the mean of its letters
record SeenLine(List<Letter> letters, double likeness) {
    /// A letter as it was matched.
    ///
    /// @param letter     the likeliest
    /// @param likeness   from -1 to 1
    /// @param others     letters that are nearly as likely
    record Letter(char letter, double likeness, String others) {}

    String text() {
        var text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.letter()));
        return text.toString();
    }

    /// Lays a grid of cells over a strip, and reads what is in them.
    static SeenLine in(Plane plane, Strip strip, MrzFormat format, int line) {
        return new Matching(plane, strip, format, line).read();
    }

    /// Where the grid lies is searched for: the strip says it only roughly.
    private static final class Matching {
        /// Nothing in the first and last cell reaches the cell's edge.
        private static final double MARGINS = 0.3;

        private static final double SEARCHED = 0.03;
        private static final double STEP = 0.003;

        /// Letters whose likeness is so close to the best are kept as other readings.
        private static final double CLOSE = 0.12;

        private final Plane plane;
        private final Strip strip;
        private final MrzFormat format;
        private final int line;
        private double left;
        private double top;
        private double pitch;

        Matching(Plane plane, Strip strip, MrzFormat format, int line) {
            this.plane = plane;
            this.strip = strip;
            this.format = format;
            this.line = line;
        }

        SeenLine read() {
            place();
            var letters = new ArrayList<Letter>();
            var sum = 0.0;
            var x = left;
            var y = top;
            for (var column = 1; column <= format.width(); column++) {
                var seen = nearby(x, y, column);
                letters.add(seen.letter());
                sum += seen.letter().likeness();
                // A page that is not quite flat draws the grid along with it.
                x += pitch + clamp(0.3 * seen.right());
                y += clamp(0.2 * seen.down());
            }
            return new SeenLine(letters, sum / format.width());
        }

        private double clamp(double shift) {
            return Math.clamp(shift, -0.02 * pitch, 0.02 * pitch);
        }

        /// Tries pitches and places on some of the cells, coarsely.
        private void place() {
            var usual = strip.width() / (format.width() - MARGINS);
            var middle = (strip.top() + strip.bottom()) / 2.0;
            var best = -1.0;
            for (var tried = usual * (1 - SEARCHED); tried <= usual * (1 + SEARCHED); tried += usual * STEP) {
                var part = tried / Shapes.WIDTH;
                for (var x = strip.left() - 0.4 * tried; x <= strip.left() + 0.1 * tried; x += 2 * part) {
                    for (var y = -3; y <= 3; y += 2) {
                        var capital = middle - (Shapes.ABOVE + Shapes.CAPITAL / 2.0 + y) * part;
                        var likeness = likeness(x, capital, tried);
                        if (likeness <= best) continue;
                        best = likeness;
                        left = x;
                        top = capital;
                        pitch = tried;
                    }
                }
            }
        }

        private double likeness(double x, double y, double tried) {
            var parts = new float[Shapes.COARSE.parts()];
            var sum = 0.0;
            for (var column = 1; column <= format.width(); column += 4) {
                Shapes.COARSE.read(plane, x + (column - 1) * tried, y, tried, parts);
                var best = -1f;
                for (var letter : format.alphabet(line, column).toCharArray()) {
                    best = Math.max(best, Shapes.COARSE.likeness(parts, letter));
                }
                sum += best;
            }
            return sum;
        }

        private record Seen(Letter letter, double right, double down) {}

        private Seen nearby(double x, double y, int column) {
            var alphabet = format.alphabet(line, column);
            var parts = new float[Shapes.FINE.parts()];
            var part = pitch / Shapes.WIDTH;
            var likenesses = new float[alphabet.length()];
            var best = -1f;
            var bestAt = 0;
            var right = 0.0;
            var down = 0.0;
            for (var dy = -1; dy <= 1; dy++) {
                for (var dx = -1; dx <= 1; dx++) {
                    Shapes.FINE.read(plane, x + dx * part, y + dy * part, pitch, parts);
                    for (var i = 0; i < likenesses.length; i++) {
                        var likeness = Shapes.FINE.likeness(parts, alphabet.charAt(i));
                        likenesses[i] = Math.max(likenesses[i], likeness);
                        if (likeness <= best) continue;
                        best = likeness;
                        bestAt = i;
                        right = dx * part;
                        down = dy * part;
                    }
                }
            }
            var others = new StringBuilder();
            for (var i = 0; i < likenesses.length; i++) {
                if (i != bestAt && best - likenesses[i] < CLOSE) others.append(alphabet.charAt(i));
            }
            return new Seen(new Letter(alphabet.charAt(bestAt), best, others.toString()), right, down);
        }
    }
}
