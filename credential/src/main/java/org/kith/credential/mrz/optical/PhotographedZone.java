package org.kith.credential.mrz.optical;

import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kith.credential.mrz.MrzFormat;

/// Looks for a machine readable zone on a photo of a page: whichever way up, up to eight degrees askew, with a table
/// around it.
///
/// Tried on drawn pages only. No passport that was ever issued has been read by it.
public final class PhotographedZone {
    /// Larger photos say no more.
    private static final int EDGE = 2400;

    private static final double ASKEW = 8;
    private static final int ANGLES = 3;

    /// How much of the picture's width the zone may take.
    private static final double[] SHARES = {0.92, 0.72, 0.56, 0.43, 0.33};

    /// Letters of fewer pixels cannot be told apart.
    private static final int LEAST_PITCH = 12;

    /// A cell is brought to about so many pixels before it is read.
    private static final double READ_PITCH = 20;

    /// Lines less like OCR-B are something else.
    private static final double LOOKS_LIKE = 0.62;

    /// Names have no check digit: their letters must be plain.
    private static final double PLAIN = 0.72;

    /// A picture full of lines, looked at one way, is not worth more.
    private static final int MOST_READINGS = 12;

    private final LocalDate today;
    private int readings;
    private boolean seenSomething;

    private PhotographedZone(LocalDate today) {
        this.today = today;
    }

    /// What is seen on a photo.
    ///
    /// @param today tells the centuries of dates, as for [org.kith.credential.mrz.MrzReader]
    public static Sighting on(BufferedImage photo, LocalDate today) {
        var plane = Plane.of(photo);
        var page = plane.shrunk((double) Math.max(plane.width(), plane.height()) / EDGE);
        var zone = new PhotographedZone(today);
        for (var quarter = 0; quarter < 4; quarter++) {
            for (var angle : Slant.likely(page, ASKEW, ANGLES)) {
                var found = zone.straight(page.straightened(angle));
                if (found instanceof Sighting.Read) return found;
            }
            page = page.turned();
        }
        return zone.seenSomething ? new Sighting.Unsure() : new Sighting.Nothing();
    }

    private Sighting straight(Plane page) {
        for (var share : SHARES) {
            var pitch = (int) Math.round(share * page.width() / MrzFormat.TD3.width());
            if (pitch < LEAST_PITCH * 0.8) break;
            var strips = Strips.in(page, pitch);
            readings = 0;
            for (var i = strips.size() - 1; i >= 0; i--) {
                for (var zone : zonesFrom(strips, i)) {
                    if (read(page, zone) instanceof Sighting.Read read) return read;
                }
            }
        }
        return new Sighting.Nothing();
    }

    /// Two or three lines that stand above each other, the first of them given.
    private static List<List<Strip>> zonesFrom(List<Strip> strips, int first) {
        var zones = new ArrayList<List<Strip>>();
        var top = strips.get(first);
        for (var second : strips) {
            if (!top.isAbove(second)) continue;
            zones.add(List.of(top, second));
            strips.stream().filter(second::isAbove).forEach(third -> zones.addFirst(List.of(top, second, third)));
        }
        return zones;
    }

    private Sighting read(Plane page, List<Strip> zone) {
        var formats = zone.size() == 3 ? List.of(MrzFormat.TD1) : List.of(MrzFormat.TD3, MrzFormat.TD2);
        for (var format : formats) {
            if (!isShaped(zone, format) || readings++ >= MOST_READINGS) continue;
            if (read(page, zone, format) instanceof Sighting.Read read) return read;
        }
        return new Sighting.Nothing();
    }

    /// Capitals are about as high as a cell is wide.
    private static boolean isShaped(List<Strip> zone, MrzFormat format) {
        var pitch = (double) zone.getFirst().width() / format.width();
        return pitch >= LEAST_PITCH
                && zone.stream().allMatch(strip -> strip.height() > 0.7 * pitch && strip.height() < 1.7 * pitch);
    }

    private Sighting read(Plane page, List<Strip> zone, MrzFormat format) {
        var pitch = (double) zone.getFirst().width() / format.width();
        var margin = (int) (1.5 * pitch);
        var left = zone.stream().mapToInt(Strip::left).min().orElseThrow() - margin;
        var right = zone.stream().mapToInt(Strip::right).max().orElseThrow() + margin;
        var top = zone.getFirst().top() - margin;
        var bottom = zone.getLast().bottom() + margin;
        var part = page.part(left, top, right, bottom);
        var factor = Math.max(1, pitch / READ_PITCH);
        var small = part.shrunk(factor);

        var lines = new ArrayList<SeenLine>();
        for (var line = 1; line <= format.lines(); line++) {
            var strip = zone.get(line - 1);
            var moved = new Strip(
                    (int) ((strip.left() - Math.max(0, left)) / factor),
                    (int) ((strip.top() - Math.max(0, top)) / factor),
                    (int) ((strip.right() - Math.max(0, left)) / factor),
                    (int) ((strip.bottom() - Math.max(0, top)) / factor));
            var seen = SeenLine.in(small, moved, format, line);
            if (seen.likeness() < LOOKS_LIKE) return new Sighting.Nothing();
            lines.add(seen);
        }
        seenSomething = true;
        if (lines.stream().anyMatch(line -> line.likeness() < PLAIN)) return new Sighting.Unsure();

        return CheckDigitRepair.read(lines, today)
                .<Sighting>map(Sighting.Read::new)
                .orElseGet(Sighting.Unsure::new);
    }
}
