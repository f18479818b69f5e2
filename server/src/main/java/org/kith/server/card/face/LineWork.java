package org.kith.server.card.face;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.kith.server.card.face.Strand.Placed;
import org.kith.server.card.face.Strand.Point;

/// The card's ornament: rosettes, waves and the mark. Its numbers come from the programme's seed, **never from the
/// person**: a pattern that differs by holder would be one more identifier.
record LineWork(Design design) {
    /// A rosette `r = R (1 + a cos nθ + b cos 2nθ)`, turned `copies` times within one of its n leaves.
    private record Rosette(double radius, double a, double b, int leaves, int copies) {}

    List<Strand> all() {
        var random = new SplittableRandom(design.seed());
        var outer = new Rosette(205, between(random, .26, .33), between(random, .05, .09), 5 + random.nextInt(4), 9);
        var inner = new Rosette(112, between(random, .30, .37), between(random, .04, .08), 9 + random.nextInt(4), 7);
        var steepness = between(random, 52, 64);
        return List.of(
                waves(steepness, -120, 440, 17, 5, .32),
                waves(steepness, 60, 40, -21, 4.4, .22),
                rosette(outer, .36),
                rosette(inner, .34));
    }

    /// Two Lissajous curves, `x = sin(2t + φ)`, `y = sin 3t`.
    List<Strand> mark(double x, double y, double scale) {
        return List.of(lissajous(.5, design.hueA(), x, y, scale), lissajous(2.07, design.hueB(), x, y, scale));
    }

    private static Strand lissajous(double phase, Colour colour, double x, double y, double scale) {
        var points = points(120, t -> new Point(15 * Math.sin(2 * t + phase), 15 * Math.sin(3 * t)));
        return new Strand(points, true, List.of(new Placed(x, y, 0, scale, colour)), 1.7, 1);
    }

    private Strand rosette(Rosette it, double opacity) {
        var points = points(it.leaves() * 40, angle -> {
            var swing = it.a() * Math.cos(it.leaves() * angle) + it.b() * Math.cos(2 * it.leaves() * angle);
            var radius = it.radius() * (1 + swing);
            return new Point(radius * Math.cos(angle), radius * Math.sin(angle));
        });
        var step = 360.0 / (it.leaves() * it.copies());
        var placed = IntStream.range(0, it.copies())
                .mapToObj(copy -> new Placed(400, 262, copy * step, 1, along(copy, it.copies())))
                .toList();
        return new Strand(points, true, placed, .9, opacity);
    }

    /// Shifted copies of `y = s sin u + 17 sin 2.5u`.
    private Strand waves(double steepness, double x, double y, double stepX, double stepY, double opacity) {
        var points = new ArrayList<Point>();
        for (var along = 0; along <= 1100; along += 11) {
            var u = along / 175.0;
            points.add(new Point(along - 60, steepness * Math.sin(u) + 17 * Math.sin(2.5 * u)));
        }
        var placed = IntStream.range(0, 15)
                .mapToObj(copy -> new Placed(x + copy * stepX, y + copy * stepY, 0, 1, along(copy, 15)))
                .toList();
        return new Strand(List.copyOf(points), false, placed, 1, opacity);
    }

    private Colour along(int copy, int copies) {
        return design.hueA().mixedWith(design.hueB(), copy / (double) (copies - 1));
    }

    private static List<Point> points(int count, DoubleFunction<Point> curve) {
        return IntStream.range(0, count)
                .mapToObj(i -> curve.apply(2 * Math.PI * i / count))
                .toList();
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
