package org.kith.server.access;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kith.server.Chromium;

/// One browser page that shows picture after picture without loading anything anew: hundreds of pages in a minute.
final class Glass implements AutoCloseable {
    private static final String HANG = """
            html => {
              const shown = new DOMParser().parseFromString(html, 'text/html');
              const root = document.documentElement;
              for (const old of [...root.attributes]) root.removeAttribute(old.name);
              for (const fresh of shown.documentElement.attributes) root.setAttribute(fresh.name, fresh.value);
              document.title = shown.title;
              document.body.replaceWith(document.adoptNode(shown.body));
              scrollTo(0, 0);
            }""";

    private static final String AXE = """
            async ({preload, rules}) => (await axe.run(document, {preload, resultTypes: ['violations'], rules})).violations
                .map(found => found.id + ' ' + found.nodes.slice(0, 3).map(node => node.html).join(' | '))""";

    private static final String MEASURE = resource("misfits.js");

    private final BrowserContext context;
    private final Page page;
    private boolean stylesheetSeen;

    /// Opens on an empty wall.
    ///
    /// @param origin of the server whose stylesheet the pictures wear
    Glass(Chromium chromium, String origin, int width, int height, ColorScheme scheme) {
        context = chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setBypassCSP(true));
        page = context.newPage();
        page.navigate(origin + "/accessibility");
        // Whatever the line: fonts come while pictures are shown, and would be measured in some of them.
        page.evaluate("Promise.allSettled([...document.fonts].map(font => font.load()))");
        page.evaluate(resource("/axe.min.js"));
    }

    /// As a reader who sets letters at twice their size.
    Glass withLettersTwiceAsLarge() {
        return withStyle("html { font-size: 200% !important }");
    }

    /// As a reader who needs air between lines, words and letters: WCAG 1.4.12.
    Glass withSpacedText() {
        return withStyle("""
                * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                p { margin-block-end: 2em !important }""");
    }

    void show(Gallery.Picture picture) {
        page.evaluate(HANG, picture.html());
    }

    /// Brings out what only script shows.
    void reveal() {
        page.evaluate("document.querySelectorAll('[hidden]').forEach(hidden => hidden.hidden = false)");
    }

    /// What hinders people, by axe-core's rules for WCAG 2.0 to 2.2 and its advice.
    ///
    /// @param colours whether to measure contrasts too, which takes most of the time
    @SuppressWarnings("unchecked")
    List<String> hindrances(boolean colours) {
        // The stylesheet is the same on every page: fetched and read once, it takes half the time of all other rules.
        var preload = !stylesheetSeen;
        stylesheetSeen = true;
        var rules = Map.of("target-size", Map.of("enabled", true), "color-contrast", Map.of("enabled", colours));
        return (List<String>) page.evaluate(AXE, Map.of("preload", preload, "rules", rules));
    }

    /// What is cut off, overlaps or makes the page scroll sideways.
    @SuppressWarnings("unchecked")
    List<String> misfits() {
        return (List<String>) page.evaluate(MEASURE);
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        context.close();
    }

    private Glass withStyle(String css) {
        page.evaluate(
                "css => document.head.append(Object.assign(document.createElement('style'), {textContent: css}))", css);
        return this;
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Glass.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
