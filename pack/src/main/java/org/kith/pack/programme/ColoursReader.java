package org.kith.pack.programme;

import java.util.Locale;
import java.util.Optional;
import org.kith.pack.programme.Colours.Palette;
import org.kith.pack.source.Block;

/// Reads the pack's colours and refuses those that some people could not read.
final class ColoursReader {
    private static final double TEXT = 4.5;
    private static final double BORDER = 3.0;

    /// The grounds of the software's own stylesheet, on which the pack's colours stand.
    private record Grounds(Ground paper, Ground surface, Ground sunken, Ground ink) {
        Grounds(String paper, String surface, String sunken, String ink) {
            this(
                    new Ground("the page's ground", paper),
                    new Ground("the ground of panels", surface),
                    new Ground("the page's grey ground", sunken),
                    new Ground("the page's words", ink));
        }
    }

    /// A colour by the name that an author knows it by.
    private record Ground(String called, String colour) {}

    private static final Grounds LIGHT = new Grounds("#f5f6f3", "#ffffff", "#eaeeeb", "#1a2a30");
    private static final Grounds DARK = new Grounds("#10181b", "#182327", "#0c1315", "#e8edeb");

    private ColoursReader() {}

    static Optional<Colours> read(Block block) {
        block.only("light", "dark");
        var light = block.neededBlock("light").flatMap(half -> palette(half, LIGHT));
        var dark = block.neededBlock("dark").flatMap(half -> palette(half, DARK));
        if (light.isEmpty() || dark.isEmpty()) return Optional.empty();
        return Optional.of(new Colours(light.get(), dark.get()));
    }

    private static Optional<Palette> palette(Block block, Grounds grounds) {
        var mark = block.faults().mark();
        block.only("hue-a", "hue-a-tint", "hue-b", "hue-b-tint", "action", "action-hover", "on-action", "focus");
        var palette = new Palette(
                colour(block, "hue-a"),
                colour(block, "hue-a-tint"),
                colour(block, "hue-b"),
                colour(block, "hue-b-tint"),
                colour(block, "action"),
                colour(block, "action-hover"),
                colour(block, "on-action"),
                colour(block, "focus"));
        if (!block.faults().cleanSince(mark)) return Optional.empty();

        check(
                block,
                "hue-a",
                palette.hueA(),
                TEXT,
                own("hue-a-tint", palette.hueATint()),
                grounds.paper(),
                grounds.surface());
        check(
                block,
                "hue-b",
                palette.hueB(),
                TEXT,
                own("hue-b-tint", palette.hueBTint()),
                grounds.paper(),
                grounds.surface());
        check(block, "hue-a-tint", palette.hueATint(), TEXT, grounds.ink());
        check(block, "hue-b-tint", palette.hueBTint(), TEXT, grounds.ink());
        check(
                block,
                "on-action",
                palette.onAction(),
                TEXT,
                own("action", palette.action()),
                own("action-hover", palette.actionHover()));
        check(block, "action", palette.action(), TEXT, grounds.paper(), grounds.surface(), grounds.sunken());
        check(block, "action-hover", palette.actionHover(), TEXT, grounds.paper(), grounds.surface());
        check(block, "focus", palette.focus(), BORDER, grounds.paper(), grounds.surface(), grounds.sunken());
        return block.faults().cleanSince(mark) ? Optional.of(palette) : Optional.empty();
    }

    private static String colour(Block block, String key) {
        var written = block.formed(key, "#?[0-9a-fA-F]{6}", "write six hex digits in quotes: \"#0b5563\"");
        return (written.startsWith("#") ? written : "#" + written).toLowerCase(Locale.ROOT);
    }

    private static Ground own(String key, String colour) {
        return new Ground("your `" + key + "`", colour);
    }

    private static void check(Block block, String key, String colour, double least, Ground... others) {
        for (var other : others) {
            var contrast = Contrast.between(colour, other.colour());
            if (contrast < least) {
                block.faults()
                        .add(
                                block.place(key),
                                String.format(
                                        Locale.ROOT,
                                        "`%s` %s has a contrast of %.1f:1 with %s, %s, below %.1f:1",
                                        key,
                                        colour,
                                        Math.floor(contrast * 10) / 10,
                                        other.called(),
                                        other.colour(),
                                        least),
                                "take a darker or lighter colour");
                return;
            }
        }
    }
}
