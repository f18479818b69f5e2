package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;

/// Sending a paper with a real browser, over a line that breaks.
class UploadInBrowserTest extends ServerTest {
    private static final FilePayload PHOTO =
            new FilePayload("IMG_0001.jpg", "image/jpeg", SomeFile.noise(7, 2600, 1900));

    private static Chromium chromium;

    private final String email = "uploads-" + UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ar, 390", "ru, 320"})
    void a_cut_line_costs_a_piece_and_not_the_file(String language, int width) {
        try (var browser = browser(language, width)) {
            var page = paperPage(browser);
            var pieces = new AtomicInteger();
            page.route("**/uploads/*", route -> {
                if (!route.request().method().equals("PATCH")) {
                    route.resume();
                    return;
                }
                // The line is cut at the third piece.
                if (pieces.incrementAndGet() == 3) browser.setOffline(true);
                route.resume();
            });

            send(page);
            waitForWords(page);
            look(page, language, "offline");
            assertThat(page.evaluate("document.activeElement.hasAttribute('data-upload-state')"))
                    .isEqualTo(true);
            var cut = page.evaluate("document.querySelector('progress').value");
            assertThat((Integer) cut).isBetween(1, 99);
            browser.setOffline(false);
            page.waitForURL(url -> url.contains("?upload="));

            assertThat(page.locator(".kith-papers__page").count()).isEqualTo(1);
            assertThat(sentWhole()).isTrue();
            look(page, language, "kept");
        }
    }

    @Test
    void after_signing_in_again_the_same_file_goes_on_where_it_was() {
        try (var browser = browser("en", 390)) {
            var page = paperPage(browser);
            var pieces = new AtomicInteger();
            page.route("**/uploads/*", route -> {
                if (route.request().method().equals("PATCH") && pieces.incrementAndGet() == 3) browser.clearCookies();
                route.resume();
            });
            send(page);
            page.waitForSelector("[data-upload-sign-in]:not([hidden])");
            assertThat(page.textContent("[data-upload-words]")).contains("You are signed out");
            look(page, "en", "signed-out");

            var again = paperPage(browser);
            assertThat(again.textContent("main")).contains("of a file have arrived");
            look(again, "en", "unfinished");
            var offsets = new java.util.ArrayList<Integer>();
            again.onRequest(request -> {
                if (request.method().equals("PATCH"))
                    offsets.add(Integer.valueOf(request.headers().get("upload-offset")));
            });
            send(again);
            again.waitForURL(url -> url.contains("?upload="));

            assertThat(again.locator(".kith-papers__page").count()).isEqualTo(1);
            assertThat(offsets.getFirst()).isGreaterThanOrEqualTo(2 * 256 * 1024);
        }
    }

    @Test
    void a_file_that_is_not_taken_is_explained_as_after_a_form() {
        try (var browser = browser("en", 390)) {
            var page = paperPage(browser);
            page.setInputFiles("#file", new FilePayload("scan.jpg", "image/jpeg", SomeFile.webPage()));
            page.click("form[data-upload] button[type=submit]");
            page.waitForURL(url -> url.contains("?upload="));

            assertThat(page.textContent("[role=alert]")).contains("That file is a web page, not a photo");
            look(page, "en", "not-taken");
        }
    }

    @Test
    void a_server_that_knows_no_pieces_gets_the_form() {
        try (var browser = browser("en", 1280)) {
            var page = paperPage(browser);
            page.route(
                    "**/uploads",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(405)));

            send(page);

            page.waitForSelector(".kith-papers__page");
            assertThat(page.url()).doesNotContain("?upload=");
        }
    }

    @Test
    void sending_may_be_stopped_and_leaves_nothing() {
        try (var browser = browser("en", 1280)) {
            var page = paperPage(browser);
            page.route("**/uploads/*", route -> {
                if (route.request().method().equals("PATCH")) browser.setOffline(true);
                route.resume();
            });
            send(page);
            waitForWords(page);
            page.unrouteAll();
            browser.setOffline(false);
            page.click("[data-upload-stop]");
            page.waitForSelector("form[data-upload] button[type=submit]");

            assertThat(page.textContent("main")).doesNotContain("of a file have arrived");
        }
    }

    @Test
    void without_script_the_form_sends_it_whole() {
        try (var browser = chromium.browser()
                .newContext(new NewContextOptions().setJavaScriptEnabled(true).setLocale("en"))) {
            var state = paperPage(browser).context().storageState();
            try (var bare = chromium.browser()
                    .newContext(
                            new NewContextOptions().setJavaScriptEnabled(false).setStorageState(state))) {
                var page = bare.newPage();
                page.navigate(at(TusClient.KIND));

                send(page);

                page.waitForSelector(".kith-papers__page");
                assertThat(page.isVisible("[data-upload-state]")).isFalse();
            }
        }
    }

    /// Until the page says that the line is cut.
    private static void waitForWords(Page page) {
        var words = page.locator("[data-upload-words]");
        page.waitForCondition(() -> words.getAttribute("data-offline").equals(words.textContent()));
    }

    private boolean sentWhole() {
        return jdbc.sql("select outcome from upload order by begun_at desc limit 1")
                .query(String.class)
                .single()
                .equals(Upload.TAKEN);
    }

    private static void send(Page page) {
        page.setInputFiles("#file", PHOTO);
        page.click("form[data-upload] button[type=submit]");
    }

    private BrowserContext browser(String language, int width) {
        var browser = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(width, 900).setLocale(language));
        browser.setDefaultTimeout(40_000);
        return browser;
    }

    private Page paperPage(BrowserContext browser) {
        var page = browser.newPage();
        page.navigate(at("/demo"));
        page.evaluate("""
                email => {
                  const form = document.querySelector('form[action="/demo/person"]');
                  form.elements.email.value = email;
                  form.submit();
                }""", email);
        page.waitForURL(url -> !url.endsWith("/demo"));
        page.navigate(at("/home"));
        if (page.locator("form[action='/apply/start'] button").count() > 0) {
            page.click("form[action='/apply/start'] button");
            page.waitForSelector(
                    "form[action='/apply/start']",
                    new WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        }
        page.navigate(at(TusClient.KIND));
        return page;
    }

    private void look(Page page, String language, String name) {
        Glance.picture(page, "uploads", language + "-" + name);
        assertThat(Glance.hindrances(page)).as(name + " in " + language).isEmpty();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
