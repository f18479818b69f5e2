package org.kith.server.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import org.kith.server.Chromium;
import org.kith.server.SomeApplicant;

/// Somebody who walks the whole way, in a language and on a screen.
record Walker(SomeApplicant who, String language, int width) {

    BrowserContext browser(Chromium chromium) {
        return browser(chromium, width, language);
    }

    /// What an officer works at.
    static BrowserContext office(Chromium chromium) {
        return browser(chromium, 1280, "en");
    }

    /// For whoever wants to see what the journey saw.
    void shoot(Page page, String name) {
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "journey", language, name + ".png")));
    }

    @Override
    public String toString() {
        return language + " at " + width + " pixels";
    }

    private static BrowserContext browser(Chromium chromium, int width, String language) {
        var context = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(width, 900).setLocale(language));
        context.setDefaultTimeout(15_000);
        return context;
    }
}
