package org.kith.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.matching.SomeMatch.Pair;
import org.springframework.beans.factory.annotation.Autowired;

/// A duplicate is found and judged both ways: taken for one person first, who is asked and answers, and then for two.
class JudgingInBrowserTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Matches matches;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280, faces", "ar, 390, photos"})
    void a_duplicate_is_judged_both_ways(String language, int width, String run) {
        var some = new SomeMatch(port, cases, applications, matches);
        var mira = SomeApplicant.inLatin(email(), "Mirabella", "Sorel");
        var other = cases.confirmed(port, mira);
        var who = SomeApplicant.layla(email());
        var own = some.takenUp(cases.confirmed(port, who.withPassportOf(mira)));
        var pair = new Pair(own, applications.find(other.id()).orElseThrow(), other.person(), some.found(own));
        try (var office = browser("en", width);
                var home = browser(language, width)) {
            var desk = office.newPage();
            opens(desk, own.address());
            look(desk, language, "case");
            desk.click("#matches a");
            look(desk, language, "masked");
            assertThat(desk.textContent("main")).doesNotContain("SOREL");
            desk.click("button[value='DUPLICATE_CHECK']");
            look(desk, language, "opened");
            assertThat(desk.textContent("main")).contains("SOREL");

            judges(desk, "SAME", "One passport, and one face.");
            look(desk, language, "same");
            desk.click("a[href$='/ask']");
            look(desk, language, "ask");
            asks(some, own);
            answers(home.newPage(), language, who.email());

            desk.navigate(at(pair.page()));
            judges(desk, "ANOTHER", "She showed the passport that hers was mistaken for: " + run + ".");
            look(desk, language, "another");
            some.approves(some.at(own, "caseworker", 1), own);
            assertThat(applications.find(own.id()).orElseThrow().stage()).isEqualTo(Stage.APPROVAL_PROPOSED);

            var theirs = home.newPage();
            signIn(theirs, mira.email());
            theirs.navigate(at("/looks"));
            look(theirs, language, "looks");
        }
    }

    private static void judges(Page desk, String verdict, String reason) {
        desk.check("#verdict-" + verdict);
        desk.fill("#reason", reason);
        desk.click("form[action$='/judge'] .govuk-button");
        assertThat(desk.textContent("main")).contains(reason);
    }

    private static void asks(SomeMatch some, SomeCase.Opened own) {
        some.decides(
                some.at(own, "caseworker", 1),
                own,
                Map.of("verdict", "more", "why", "which-one", "questions", "passport", "reason", ""));
    }

    private void answers(Page page, String language, String email) {
        signIn(page, email);
        page.navigate(at("/messages"));
        page.click("a[href^='/messages/']");
        look(page, language, "asked");
        page.fill("textarea[name='words']", "Une seule demande. طلب واحد.");
        page.click("form:has(textarea[name='words']) button[type='submit']");
    }

    private void opens(Page desk, String address) {
        desk.navigate(at("/demo"));
        desk.click("form[action='/demo/officers/castell'] button");
        desk.navigate(at(address));
        desk.check("#purpose-DECISION");
        desk.click("form[action$='/open'] .govuk-button");
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

    private static BrowserContext browser(String language, int width) {
        var context = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(width, 900).setLocale(language));
        context.setDefaultTimeout(30_000);
        return context;
    }

    private static void look(Page page, String language, String name) {
        Glance.at(page, "judging", language, name);
    }

    private static String email() {
        return "both-ways-" + UUID.randomUUID() + "@example.org";
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
