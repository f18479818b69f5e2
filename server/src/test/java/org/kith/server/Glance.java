package org.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/// A look at a page as it stands: a picture is kept, nothing hinders anybody, and nothing scrolls sideways.
public final class Glance {
    private Glance() {}

    /// Keeps the picture and judges the page.
    ///
    /// @param folder below `target` for the picture
    public static void at(Page page, String folder, String language, String name) {
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", folder, language + "-" + name + ".png")));
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(found).as(name + " in " + language).isEmpty();
        var wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as(name + " scrolls sideways in " + language).isLessThanOrEqualTo(0);
    }
}
