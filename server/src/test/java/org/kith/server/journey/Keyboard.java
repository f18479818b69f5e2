package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/// Someone who has a keyboard and nothing else. Wherever the focus goes, it must be seen.
final class Keyboard {
    private static final int MORE_STOPS_THAN_ANY_PAGE_HAS = 400;

    /// What is wrong with how the focus shows; empty where nothing is. Radios and checkboxes are drawn by their labels.
    private static final String UNSEEN = """
            () => {
              const element = document.activeElement;
              if (!element || element === document.body) return '';
              const label = element.matches('input[type=radio], input[type=checkbox]') ? element.labels[0] : null;
              const drawn = label ?? element;
              const rings = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                  || style.boxShadow !== 'none';
              const styles = [getComputedStyle(element), getComputedStyle(drawn), getComputedStyle(drawn, '::before')];
              if (!styles.some(rings)) return 'no ring: ' + element.outerHTML;
              const box = drawn.getClientRects()[0];
              if (!box || box.width < 2) return 'no size: ' + element.outerHTML;
              const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
              if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'out of sight: ' + element.outerHTML;
              const top = document.elementFromPoint(x, y);
              return top === element || drawn.contains(top) || top.contains(drawn) ? '' : 'covered: ' + element.outerHTML;
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /// One stop further.
    ///
    /// @return whether there was one before the end of the page
    boolean tab() {
        page.keyboard().press("Tab");
        assertThat(page.evaluate(UNSEEN)).as("the focus on " + page.url()).isEqualTo("");
        return !is("body");
    }

    /// Goes on to what is looked for.
    void to(String selector) {
        for (var stops = 0; stops < MORE_STOPS_THAN_ANY_PAGE_HAS; stops++) {
            tab();
            if (is(selector)) return;
        }
        throw new AssertionError("no key leads to " + selector + " on " + page.url());
    }

    /// Goes on to a link or button, and presses it.
    void press(String selector) {
        to(selector);
        enter();
    }

    /// Presses what has the focus, and waits for the page it leads to.
    void enter() {
        page.evaluate("() => { document.before = true; }");
        page.keyboard().press("Enter");
        page.waitForFunction("() => !document.before && document.readyState === 'complete'");
    }

    void space() {
        page.keyboard().press("Space");
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /// Fills in each field that comes by, and presses the form's button at its end.
    void answer(Map<String, String> fields) {
        for (var stops = 0; stops < MORE_STOPS_THAN_ANY_PAGE_HAS; stops++) {
            tab();
            if (is("form .govuk-button-group .govuk-button")) {
                enter();
                return;
            }
            var value = fields.get(text("name"));
            if (value != null) fill(value);
        }
        throw new AssertionError("no key leads out of " + page.url());
    }

    private void fill(String value) {
        if (is("input[type=radio]")) choose(value);
        else if (is("select")) arrowsTo(value);
        else {
            page.keyboard().press("Control+A");
            type(value);
        }
        assertThat(text("value").replace("\r", "")).as(text("name")).isEqualTo(value);
    }

    /// One press chooses the first of a group, arrows go on.
    private void choose(String value) {
        space();
        arrowsTo(value);
        assertThat(is(":checked")).isTrue();
    }

    private void arrowsTo(String value) {
        for (var arrows = 0;
                arrows < MORE_STOPS_THAN_ANY_PAGE_HAS && !text("value").equals(value);
                arrows++) page.keyboard().press("ArrowDown");
    }

    boolean is(String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private String text(String property) {
        var found = page.evaluate("property => document.activeElement[property] ?? ''", property);
        return String.valueOf(found);
    }
}
