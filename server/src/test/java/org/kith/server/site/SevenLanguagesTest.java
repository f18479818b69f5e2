package org.kith.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SevenLanguages;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A programme that offers every language the software speaks, read on a small telephone.
class SevenLanguagesTest extends ServerTest {
    /// All of them with `bin/test --full`.
    private static final List<String> PAGES = System.getenv("KITH_FULL") == null
            ? List.of("/", "/eligibility")
            : List.of("/", "/eligibility", "/sign-in", "/check", "/privacy", "/accessibility");

    private static Chromium chromium;

    @DynamicPropertySource
    static void pack(DynamicPropertyRegistry registry) {
        registry.add("kith.programme", () -> SevenLanguages.pack().toString());
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en,ltr", "fr,ltr", "es,ltr", "ar,rtl", "ru,ltr", "he,rtl", "zh,ltr"})
    void every_page_fits_and_hinders_nobody_in(String language, String direction) {
        try (var telephone = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(320, 640).setLocale(language))) {
            var page = telephone.newPage();
            for (var path : PAGES) {
                page.navigate("http://localhost:" + port + path);

                assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo(language);
                assertThat(page.locator("html").getAttribute("dir")).as(path).isEqualTo(direction);
                fits(page, path, language);
                assertThat(Glance.hindrances(page)).as(path + " in " + language).isEmpty();
            }
        }
    }

    /// The list of languages is the widest thing in the header.
    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280})
    void seven_languages_fit_beside_the_name_of_the_card(int width) {
        try (var browser = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(width, 640).setLocale("ru"))) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + "/");

            assertThat(page.locator(".kith-langs li").count()).isEqualTo(7);
            fits(page, "/", "header-" + width);
        }
    }

    private static void fits(Page page, String path, String folder) {
        var name = path.equals("/") ? "start" : path.substring(1);
        Glance.picture(page, "languages", folder + "-" + name);
        var wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wider).as("pixels of " + path + " beyond the screen").isEqualTo(0);
    }
}
