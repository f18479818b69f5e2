package org.kith.server.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What is missing, by when, and what is still to come, as a person sees it on a telephone and elsewhere in the world.
class FollowInBrowserTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    SomeCase cases;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, Pacific/Auckland", "ar, 390, Asia/Aden", "ru, 320, America/Anchorage"})
    void a_person_is_asked_for_more_and_takes_their_time(String language, int width, String zone) {
        var email = "asked-" + UUID.randomUUID() + "@example.org";
        var layla = cases.confirmed(port, SomeApplicant.layla(email));
        try (var browser = chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale(language)
                        .setTimezoneId(zone))) {
            browser.setDefaultTimeout(20_000);
            var page = browser.newPage();
            signIn(page, email);
            page.navigate(at("/home"));
            look(page, language, "waiting");
            var day = (String) page.evaluate("""
                    new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" })
                        .format(new Date(document.querySelector("time[data-local]").dateTime))""");
            assertThat(spaced(page.textContent("time[data-local]"))).isEqualTo(spaced(day));

            ask(layla);
            page.navigate(at("/home"));
            look(page, language, "missing");
            var before = page.textContent(".govuk-tag--yellow");
            page.click("form[action$='/more-time'] button");
            page.waitForURL(url -> url.contains("/messages/"));
            look(page, language, "message");
            page.navigate(at("/home"));
            assertThat(page.textContent(".govuk-tag--yellow")).isNotEqualTo(before);
        }
    }

    private void ask(SomeCase.Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        castell.get(layla.address());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        var form = new HashMap<String, String>();
        form.put("verdict", "more");
        form.put("why", "cut-off");
        form.put("papers", "birth-record");
        form.put("questions", "birth_place");
        form.put("reason", "The lower edge is missing.");
        castell.decide(layla.address() + "/decide", form);
    }

    private void signIn(Page page, String address) {
        page.navigate(at("/demo"));
        page.evaluate("""
                email => {
                  const form = document.querySelector('form[action="/demo/person"]');
                  form.elements.email.value = email;
                  form.submit();
                }""", address);
        page.waitForURL(at("/home"));
    }

    private static String spaced(String text) {
        return text.replaceAll("\\p{Z}", " ");
    }

    private static void look(Page page, String language, String name) {
        Glance.at(page, "follow", language, name);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
