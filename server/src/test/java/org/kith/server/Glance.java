package org.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;

/// A look at a page as it stands: nothing hinders anybody, and nothing scrolls sideways. With `KITH_PICTURES=yes` in
/// the environment a picture of each is kept below `server/target`; taking them is as long as all else.
public final class Glance {
    private static final boolean PICTURES = System.getenv("KITH_PICTURES") != null;

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

    /// What axe finds on the page, a rule each. None of our pages has frames, so it need not open a page of its own.
    public static List<String> hindrances(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }
}
