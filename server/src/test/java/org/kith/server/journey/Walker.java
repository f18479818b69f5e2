package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.SomeApplicant;

/// Somebody who walks the whole way, in a language and on a screen.
///
/// @param script whether their browser runs any
record Walker(SomeApplicant who, Questionnaire answers, String language, int width, boolean script) {

    Walker(SomeApplicant who, Questionnaire answers, String language, int width) {
        this(who, answers, language, width, true);
    }

    BrowserContext browser(Chromium chromium) {
        return browser(chromium, width, language, script);
    }

    /// What an officer works at.
    static BrowserContext office(Chromium chromium) {
        return browser(chromium, 1280, "en", true);
    }

    /// Looks at a page: for whoever wants to see what the journey saw, and for what hinders people who cannot. Colours
    /// are [org.kith.server.access.EveryPageTest]’s.
    void shoot(Page page, String name) {
        Glance.picture(page, "journey/" + language, name);
        if (script) // axe is one
        assertThat(Glance.hindrances(page, false)).as(name + " in " + language).isEmpty();
    }

    @Override
    public String toString() {
        return language + " at " + width + " pixels";
    }

    private static BrowserContext browser(Chromium chromium, int width, String language, boolean script) {
        var context = chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale(language)
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(15_000);
        return context;
    }
}
