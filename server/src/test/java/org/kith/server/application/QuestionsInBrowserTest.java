package org.kith.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;

/// What a person typed is not lost (lessons rows 1, 3 and 4): not with the session, the line, a second device, the Back
/// button or an impatient finger.
class QuestionsInBrowserTest extends ServerTest {
    private static Chromium chromium;

    private final String email = "typing-" + UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ar, 390"})
    void a_session_that_ends_locks_and_never_discards(String language, int width) {
        try (var browser = browser(language, width)) {
            var page = drafting(browser, email);
            type(page, "Zofia", "Nowak");
            var before = held();

            jdbc.sql("delete from spring_session").update();
            save(page);

            page.waitForURL(url -> url.contains("/sign-in?held=yes"));
            assertThat(page.textContent("main")).doesNotContain("Zofia");
            look(page, language, "locked");
            assertThat(held()).isEqualTo(before + 1);
            signIn(page, email);
            page.navigate(at("/apply/questions/name"));
            look(page, language, "still-here");
            assertThat(page.inputValue("[name='name.given']")).isEqualTo("Zofia");
            assertThat(page.locator("[role=alert]").count()).isPositive();
            save(page);
            page.waitForURL(at("/apply/questions/birth"));

            page.navigate(at("/apply/questions/name"));
            assertThat(page.inputValue("[name='name.family']")).isEqualTo("Nowak");
            assertThat(page.locator("[role=alert]").count()).isZero();
            assertThat(held()).isEqualTo(before);
        }
    }

    @Test
    void whoever_signs_in_next_at_the_same_browser_sees_nothing_of_it() {
        try (var browser = browser("en", 1280)) {
            var page = drafting(browser, email);
            type(page, "Zofia", "Nowak");
            jdbc.sql("delete from spring_session").update();
            save(page);
            page.waitForURL(url -> url.contains("/sign-in?held=yes"));

            var other = drafting(browser, "other-" + email);

            assertThat(other.inputValue("[name='name.given']")).isEmpty();
            assertThat(other.content()).doesNotContain("Zofia");
        }
    }

    @Test
    void signing_in_again_in_another_window_loses_nothing_either() {
        try (var browser = browser("en", 1280)) {
            var page = drafting(browser, email);
            type(page, "Zofia", "Nowak");
            var second = browser.newPage();
            signIn(second, email);

            save(page);

            page.waitForSelector("[role=alert]");
            assertThat(page.inputValue("[name='name.given']")).isEqualTo("Zofia");
        }
    }

    @Test
    void of_two_devices_neither_overwrites_the_other_unseen() {
        try (var telephone = browser("en", 390);
                var computer = browser("en", 1280)) {
            var one = drafting(telephone, email);
            var two = drafting(computer, email);
            type(one, "Zofia", "Nowak");
            save(one);
            one.waitForURL(at("/apply/questions/birth"));

            type(two, "Sophia", "Nowak");
            save(two);

            two.waitForSelector("[role=alert]");
            assertThat(two.textContent("[role=alert]")).contains("Zofia Nowak");
            assertThat(two.inputValue("[name='name.given']")).isEqualTo("Sophia");
            look(two, "en", "two-devices");
            save(two);
            two.waitForURL(at("/apply/questions/birth"));
            one.navigate(at("/apply/questions/name"));
            assertThat(one.inputValue("[name='name.given']")).isEqualTo("Sophia");
            assertThat(versions("name")).as("both are kept until it is sent").isEqualTo(2);
        }
    }

    @Test
    void back_shows_what_was_saved_and_another_save_is_another_version() {
        try (var browser = browser("en", 390)) {
            var page = drafting(browser, email);
            type(page, "Zofia", "Nowak");
            save(page);
            page.waitForURL(at("/apply/questions/birth"));

            page.goBack();
            page.waitForURL(at("/apply/questions/name"));
            assertThat(page.inputValue("[name='name.given']")).isEqualTo("Zofia");
            type(page, "Zofia Maria", "Nowak");
            save(page);
            if (page.locator("[role=alert]").count() > 0) save(page);
            page.waitForURL(at("/apply/questions/birth"));

            page.navigate(at("/apply/questions/name"));
            assertThat(page.inputValue("[name='name.given']")).isEqualTo("Zofia Maria");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void an_impatient_finger_saves_once(boolean script) {
        try (var browser = chromium.browser().newContext(new NewContextOptions().setJavaScriptEnabled(script))) {
            browser.setDefaultTimeout(20_000);
            var page = script ? drafting(browser, email) : draftingWithoutScript(browser);
            type(page, "Zofia", "Nowak");

            page.locator("form[data-line] button.govuk-button").last().dblclick();
            page.waitForURL(at("/apply/questions/birth"));

            page.navigate(at("/apply/questions/name"));
            assertThat(page.inputValue("[name='name.given']")).isEqualTo("Zofia");
            assertThat(versions("name")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ru, 390"})
    void where_the_line_is_away_the_page_says_so_and_sends_when_it_is_back(String language, int width) {
        try (var browser = browser(language, width)) {
            var page = drafting(browser, email);
            type(page, "Zofia", "Nowak");
            browser.setOffline(true);

            save(page);
            page.waitForSelector("[data-line-told]:not([hidden])");
            assertThat(page.inputValue("[name='name.given']")).isEqualTo("Zofia");
            assertThat(versions("name")).isZero();
            assertThat(page.evaluate("localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            Glance.picture(page, "questions", language + "-away");
            browser.setOffline(false);

            page.waitForURL(at("/apply/questions/birth"));
            assertThat(versions("name")).isEqualTo(1);
        }
    }

    private BrowserContext browser(String language, int width) {
        var browser = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(width, 900).setLocale(language));
        browser.setDefaultTimeout(20_000);
        return browser;
    }

    /// Signed in, with a draft, at its first page.
    private Page drafting(BrowserContext browser, String address) {
        var page = browser.newPage();
        signIn(page, address);
        if (page.locator("form[action='/apply/start']").count() > 0) {
            page.locator("form[action='/apply/start'] button").click();
            page.waitForURL(at("/apply"));
        }
        page.navigate(at("/apply/questions/name"));
        return page;
    }

    private Page draftingWithoutScript(BrowserContext browser) {
        try (var other = browser("en", 1280)) {
            drafting(other, email);
            browser.addCookies(other.cookies().stream()
                    .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                            .setDomain(cookie.domain)
                            .setPath(cookie.path))
                    .toList());
        }
        var page = browser.newPage();
        page.navigate(at("/apply/questions/name"));
        return page;
    }

    private void signIn(Page page, String address) {
        page.navigate(at("/demo"));
        page.evaluate("""
                email => {
                  const form = document.querySelector('form[action="/demo/person"]');
                  form.elements.email.value = email;
                  form.submit();
                }""", address);
        page.waitForURL(url -> url.equals(at("/home")) || url.equals(at("/apply")));
    }

    private static void type(Page page, String given, String family) {
        page.fill("[name='name.given']", given);
        page.fill("[name='name.family']", family);
        page.fill("[name='name.passport_given']", "ZOFIA");
        page.fill("[name='name.passport_family']", "NOWAK");
    }

    private static void save(Page page) {
        page.locator("form[data-line] button.govuk-button").last().click();
    }

    private int versions(String question) {
        var person = jdbc.sql("""
                select count(*) from answer join application on id = application
                where question = ? and person = (select person from application order by started_at desc limit 1)
                """);
        return person.param(question).query(Integer.class).single();
    }

    private int held() {
        return jdbc.sql("select count(*) from held_form where place = '/apply/questions/name'")
                .query(Integer.class)
                .single();
    }

    private static void look(Page page, String language, String name) {
        Glance.at(page, "questions", language, name);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
