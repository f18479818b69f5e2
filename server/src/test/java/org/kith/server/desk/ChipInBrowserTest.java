package org.kith.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.Chromium;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.desk.ChipVisit.Arrived;
import org.kith.server.identity.IdentityChecks;
import org.kith.specimen.CardService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A registrar reads a chip on the page of a visit: browser, reader program, card service, chip, and server.
class ChipInBrowserTest extends ServerTest {
    private static final int READER = freePort();

    @Autowired
    private ChipVisit visits;

    @Autowired
    private IdentityChecks checks;

    @Autowired
    private Applications applications;

    @DynamicPropertySource
    static void reader(DynamicPropertyRegistry registry) {
        registry.add("kith.reader.port", () -> READER);
    }

    @Test
    void a_registrar_reads_a_chip_and_confirms() throws Exception {
        ReaderProcess.needed();
        var state = visits.eres();
        visits.trust(state);
        var layla = visits.arrived(port, SomeApplicant.layla("reads-" + UUID.randomUUID() + "@example.org"));
        try (var chromium = Chromium.orSkip("--enable-features=LocalNetworkAccessChecks");
                var service = CardService.start();
                var reader = ReaderProcess.of("http://localhost:" + port, READER);
                var browser = chromium.browser().newContext(new NewContextOptions().setViewportSize(1280, 1200))) {
            browser.setDefaultTimeout(40_000);
            var page = browser.newPage();
            signIn(page);
            page.navigate("http://localhost:" + port + layla.address());

            page.click("[data-chip-read]");
            assertThat(page.locator("[data-chip-fault]")).containsText("Type the two lines");
            page.fill("#lines", layla.who().lines());
            page.click("[data-chip-read]");
            page.fill("#chip-code", "0000 0001");
            page.click("[data-chip-read]");
            assertThat(page.locator("[data-chip-fault]")).containsText("not the code");
            try (var _ = service.lay(visits.passport(state, layla.who()))) {
                page.fill("#chip-code", reader.code());
                page.press("#chip-code", "Enter");
                // The portrait is drawn in a process of its own, which takes a while on a busy machine.
                assertThat(page.locator("#chip"))
                        .containsText(
                                "No copy: it answered this server’s challenge",
                                new ContainsTextOptions().setTimeout(60_000));
            }
            assertThat(page.locator("#chip")).containsText("Signed by XE");
            assertThat(page.locator("#chip img[src$='/chip/portrait']")).isVisible();
            look(page, layla);
            confirm(page);
        }
        assertThat(applications.find(layla.application().id()).orElseThrow().stage())
                .isEqualTo(Stage.IDENTITY_CONFIRMED);
        assertThat(checks.lastOf(layla.application()).orElseThrow().chipRead()).isTrue();
    }

    private void signIn(Page page) {
        page.navigate("http://localhost:" + port + "/demo");
        page.click("form[action='/demo/officers/marrow'] button");
    }

    private static void look(Page page, Arrived layla) {
        var folder = System.getenv("KITH_PICTURES");
        if (folder == null) return;
        for (var width : new int[] {1280, 320}) {
            page.setViewportSize(width, 1200);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of("target/pictures/chip-" + width + ".png")));
        }
        page.setViewportSize(1280, 1200);
        assertThat(layla.who().lines()).isNotEmpty();
    }

    private static void confirm(Page page) {
        page.check("#face-yes");
        page.check("#document-yes");
        for (var point : page.querySelectorAll("input[name=points]")) point.check();
        page.click("button[value='confirm']");
        page.click("form:has(input[name=standIn]) button");
        page.waitForURL("**/receipt");
    }
}
