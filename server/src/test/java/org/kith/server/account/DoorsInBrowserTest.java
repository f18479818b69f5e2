package org.kith.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.VirtualDevice;
import org.springframework.beans.factory.annotation.Autowired;

/// The person's own doors with real clicks, a device that makes real passkeys, and axe on every page.
class DoorsInBrowserTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    SomeCase cases;

    private final String email = "doors-" + UUID.randomUUID() + "@example.org";

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
    void a_person_makes_a_passkey_and_comes_in_with_it(String language, int width) {
        try (var browser = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(width, 900).setLocale(language))) {
            browser.setDefaultTimeout(20_000);
            var page = browser.newPage();
            VirtualDevice.in(page);
            signIn(page);

            page.navigate(at("/account"));
            look(page, language, "ways-none");
            page.navigate(at("/account/passkeys/add"));
            page.fill("#name", "ܛ my telephone");
            look(page, language, "add-passkey");
            page.click("form[data-passkey] button");
            page.waitForURL(at("/account#passkeys"));
            assertThat(page.textContent("main")).contains("my telephone");
            look(page, language, "ways-passkey");
            page.click("#passkeys li a");
            look(page, language, "own-passkey");

            browser.clearCookies();
            page.navigate(at("/sign-in?next=/account"));
            look(page, language, "sign-in");
            page.click("form[data-passkey] button");
            page.waitForURL(at("/account"));
            // The browser that lost its cookies is signed in still, as far as anyone knows.
            assertThat(page.locator("#devices li").count()).isEqualTo(2);

            page.navigate(at("/account/addresses/add"));
            page.fill("#email", "new-" + email);
            look(page, language, "add-address");
            page.click("main form button");
            page.waitForSelector("#code");
            look(page, language, "ways-address");
            page.navigate(at(Mailbox.of(port, "new-" + email).linkTo("/doors/")));
            look(page, language, "door-code");
            page.navigate(at(Mailbox.of(port, email).linkTo("/doors/")));
            look(page, language, "door-link");
            page.navigate(at("/account/passkey-first"));
            look(page, language, "passkey-first");
        }
    }

    @Test
    void the_counter_has_pages_that_hinder_nobody() {
        var who = SomeApplicant.nadezhda("counter-" + email);
        var lost = cases.confirmed(port, who);
        try (var browser = chromium.browser().newContext(new NewContextOptions().setViewportSize(1280, 900))) {
            browser.setDefaultTimeout(20_000);
            var page = browser.newPage();
            page.navigate(at("/demo"));
            page.click("form[action='/demo/officers/marrow'] button");
            page.navigate(at("/desk/recovery"));
            page.fill("#reference", lost.reference());
            look(page, "desk", "recovery");
            page.fill("#lines", who.lines());
            page.click("main form button");
            page.waitForSelector("#face");
            look(page, "desk", "recovery-proposal");
            page.check("#face");
            page.fill("#email", "again-" + email);
            page.click("main form button");
            page.waitForSelector("#code");
            look(page, "desk", "recovery-state");
        }
    }

    @Test
    void a_device_that_does_not_recognise_its_holder_opens_nothing() {
        try (var browser = chromium.profile()) {
            browser.setDefaultTimeout(20_000);
            var page = browser.newPage();
            var device = VirtualDevice.in(page);
            signIn(page);
            page.navigate(at("/account/passkeys/add"));
            page.fill("#name", "one");
            page.click("form[data-passkey] button");
            page.waitForURL(at("/account#passkeys"));
            browser.clearCookies();
            device.heldByAStranger();

            page.navigate(at("/sign-in?next=/account"));
            page.click("form[data-passkey] button");

            page.waitForSelector("[data-passkey-refused]:not([hidden])");
            page.navigate(at("/account"));
            assertThat(page.url()).contains("/sign-in");
        }
    }

    @Test
    void without_script_the_mail_link_is_all_that_is_offered() {
        try (var browser = chromium.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = browser.newPage();

            page.navigate(at("/sign-in"));

            assertThat(page.isVisible("form[data-passkey]")).isFalse();
            assertThat(page.isVisible("#email")).isTrue();
        }
    }

    private void signIn(Page page) {
        page.navigate(at("/demo"));
        page.evaluate("""
                email => {
                  const form = document.querySelector('form[action="/demo/person"]');
                  form.elements.email.value = email;
                  form.submit();
                }""", email);
        page.waitForURL(at("/home"));
    }

    private void look(Page page, String language, String name) {
        Glance.at(page, "doors", language, name);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
