package org.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A look at a page as it stands: nothing hinders anybody, and nothing scrolls sideways. With `KITH_PICTURES=yes` in
/// the environment a picture of each is kept below `server/target`; taking them is as long as all else.
public final class Glance {
    private static final boolean PICTURES = System.getenv("KITH_PICTURES") != null;
    private static final boolean FULL = System.getenv("KITH_FULL") != null;

    private static final String AXE = """
            async ({preload, rules}) => (await axe.run(document, {preload, resultTypes: ['violations'], rules})).violations
                .map(found => found.id + ' ' + found.nodes[0].html)""";

    private static final String ITSELF = axe();

    private Glance() {}

    /// Keeps the picture and judges the page.
    ///
    /// @param folder below `target` for the picture
    public static void at(Page page, String folder, String language, String name) {
        picture(page, folder, language + "-" + name);
        assertThat(hindrances(page)).as(name + " in " + language).isEmpty();
        var wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as(name + " scrolls sideways in " + language).isLessThanOrEqualTo(0);
    }

    /// Keeps a picture of the whole page, where somebody wants to look at them.
    ///
    /// @param folder below `target`
    public static void picture(Page page, String folder, String name) {
        if (!PICTURES) return;
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", folder, name + ".png")));
    }

    /// What axe finds on the page, a rule each.
    public static List<String> hindrances(Page page) {
        return hindrances(page, true);
    }

    /// What axe finds on the page, a rule each. The stylesheet itself, which takes long to read, is the same on every
    /// page, and read with `bin/test --full`.
    ///
    /// @param colours whether to measure contrasts too, which takes most of the time, even without `--full`
    @SuppressWarnings("unchecked")
    public static List<String> hindrances(Page page, boolean colours) {
        page.evaluate(ITSELF);
        var rules = Map.of("color-contrast", Map.of("enabled", colours || FULL));
        return (List<String>) page.evaluate(AXE, Map.of("preload", FULL, "rules", rules));
    }

    private static String axe() {
        try (var in = Objects.requireNonNull(Glance.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
