package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.SomeApplicant;

/// The way from the first page to a booked visit without a mouse: every stop is seen, none is a trap.
class KeyboardTest extends PackJourney {
    /// In both directions, on a desk and on a telephone with keys.
    static Stream<Walker> people() {
        var suharto = SomeApplicant.suharto("keys-single@example.org");
        var layla = SomeApplicant.layla("keys-layla@example.org");
        return Stream.of(
                new Walker(suharto, Questionnaire.utopia(suharto), "en", 1280),
                new Walker(layla, Questionnaire.utopia(layla), "ar", 390));
    }

    @ParameterizedTest
    @MethodSource("people")
    void somebody_applies_and_books_with_keys_alone(Walker walker) {
        try (var browser = walker.browser(chromium)) {
            var page = browser.newPage();
            var keys = new Keyboard(page);
            page.navigate(at("/?lang=" + walker.language()));

            theSkipLinkSkips(page, keys);
            page.navigate(at("/"));
            everyStopIsSeenAndTheLastLeadsOut(page, keys);
            page.navigate(at("/"));
            keys.press(".kith-hero .govuk-button");
            anErrorComesIntoFocus(page, keys);
            while (!page.url().endsWith("/result")) keys.answer(answers(walker, page));
            keys.press(".kith-section .govuk-button");
            signsIn(walker, page, keys);
            keys.press("form[action='/apply/start'] button");
            keys.press(".govuk-task-list__link");
            while (page.url().contains("/apply/questions/")) keys.answer(answers(walker, page));
            keys.press("a[href='/apply/review']");
            keys.to("#declared");
            keys.space();
            keys.press("form[action='/apply/submit'] .govuk-button");
            assertThat(page.textContent("#reference")).contains("UTO");
            keys.press("a[href='/visit']");
            keys.press("a[href='/visit/at/port-amity']");
            keys.to("input[name=slot]");
            keys.space();
            keys.press("form[action^='/visit/at/'] .govuk-button");

            assertThat(page.url()).endsWith("/visit");
        }
    }

    private static void theSkipLinkSkips(Page page, Keyboard keys) {
        keys.tab();
        assertThat(keys.is(".govuk-skip-link")).as("the first stop").isTrue();
        page.keyboard().press("Enter");
        keys.tab();
        assertThat(keys.is("main *")).as("the stop after skipping").isTrue();
    }

    private static void everyStopIsSeenAndTheLastLeadsOut(Page page, Keyboard keys) {
        var stops = 0;
        while (keys.tab()) assertThat(++stops).as("stops on " + page.url()).isLessThan(100);
        assertThat(stops).isGreaterThan(10);
    }

    /// A form that was sent empty comes back with the focus on what is wrong, and a link to the field.
    private static void anErrorComesIntoFocus(Page page, Keyboard keys) {
        keys.press("form .govuk-button-group .govuk-button");
        assertThat(keys.is(".govuk-error-summary"))
                .as("the focus after an error")
                .isTrue();
        keys.to(".govuk-error-summary a");
        page.keyboard().press("Enter");
        keys.tab();
        assertThat(keys.is("form *")).as("the stop after the link to the field").isTrue();
        page.navigate(page.url().replaceAll("#.*", ""));
    }

    private void signsIn(Walker walker, Page page, Keyboard keys) {
        keys.to("#email");
        keys.type(walker.who().email());
        keys.press("form[action='/sign-in'] button");
        page.navigate(at("/demo/outbox"));
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("a.govuk-link.kith-mono").count() > 0;
        });
        keys.press("a.govuk-link.kith-mono");
        keys.press("form[action^='/sign-in/'] button");
    }

    /// What they say on the page they are on.
    private static Map<String, String> answers(Walker walker, Page page) {
        var name = page.url().replaceAll(".*/|[?#].*", "");
        return walker.answers().pages().getOrDefault(name, Map.of());
    }
}
