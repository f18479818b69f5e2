package org.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;

/// The way from the first question to a confirmed identity, with real clicks on real pages.
class JourneyTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    Clock clock;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    /// Each in another language and on another screen.
    static Stream<Walker> people() {
        return Stream.of(
                new Walker(SomeApplicant.nadezhda("journey-nadezhda@example.org"), "ru", 1280),
                new Walker(SomeApplicant.layla("journey-layla@example.org"), "ar", 390),
                new Walker(SomeApplicant.suharto("journey-single@example.org"), "en", 390));
    }

    record Walker(SomeApplicant who, String language, int width) {
        @Override
        public String toString() {
            return language + " at " + width + " pixels";
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_person_applies_and_proves_who_they_are_at_a_centre(Walker walker) throws IOException {
        try (var context = chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(walker.width(), 900)
                        .setLocale(walker.language()))) {
            context.setDefaultTimeout(30_000);
            var page = context.newPage();
            var person = new Steps(page, walker);

            person.checksEligibility();
            person.signsInByMail();
            person.answersEveryPage();
            person.addsAPaper();
            var reference = person.sends();
            person.books();
            registrarConfirms(page, walker, reference);
        }
    }

    private void registrarConfirms(Page page, Walker walker, String reference) throws IOException {
        clockTo(jdbc.sql("select starts_at from booking join application on application.id = booking.application "
                        + "where reference = :reference and state = 'BOOKED'")
                .param("reference", reference.replace(" ", ""))
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant());
        page.navigate(at("/demo"));
        page.click("form[action='/demo/officers/marrow'] button");
        page.navigate(at("/desk/today"));
        shoot(page, walker, "06-today");
        page.click("tr:has-text('" + reference + "') form button.govuk-button");
        page.click("tr:has-text('" + reference + "') a[href^='/desk/visits/']");
        page.fill("#lines", walker.who().lines());
        page.click("button.govuk-button[value=compare]");
        page.check("input[name=face][value=yes]");
        page.check("input[name=document][value=yes]");
        page.setInputFiles("#photo", new FilePayload("face.jpg", "image/jpeg", jpeg(480, 600)));
        page.click("button.govuk-button[value=photo]");
        shoot(page, walker, "06-visit");
        page.click("button.govuk-button[value=confirm]");
        page.waitForURL("**/desk/today");
        assertThat(page.url()).endsWith("/desk/today");
    }

    /// What a person does, page by page.
    private final class Steps {
        private final Page page;
        private final Walker walker;

        Steps(Page page, Walker walker) {
            this.page = page;
            this.walker = walker;
        }

        void checksEligibility() {
            page.navigate(at("/?lang=" + walker.language()));
            shoot(page, walker, "01-start");
            page.click(".kith-hero .govuk-button");
            for (var asked = 0; asked < 10 && !page.url().endsWith("/result"); asked++) {
                answer(page.url().substring(page.url().lastIndexOf('/') + 1));
                page.click("form .govuk-button");
            }
            assertThat(page.locator(".kith-finding--yes").count()).isEqualTo(1);
            shoot(page, walker, "01-eligible");
            page.click(".kith-section .govuk-button");
        }

        void signsInByMail() {
            page.fill("#email", walker.who().email());
            page.click("form[action='/sign-in'] button");
            shoot(page, walker, "02-mail-sent");
            page.navigate(at("/demo/outbox"));
            page.click("a.govuk-link.kith-mono >> nth=0");
            page.click("form[action^='/sign-in/'] button");
            page.waitForURL("**/home*");
            shoot(page, walker, "02-begin");
            page.click("form[action='/apply/start'] button");
        }

        void answersEveryPage() {
            shoot(page, walker, "02-tasks");
            assertThat(page.url()).endsWith("/apply");
            for (var name : walker.who().pages().keySet()) {
                page.navigate(at("/apply/questions/" + name));
                if (name.equals("passport")) {
                    page.fill("[id='passport.mrz']", walker.who().lines());
                    page.click("button[name=fill]");
                    assertThat(page.inputValue("[id='passport.number']"))
                            .isEqualTo(walker.who().documentNumber());
                } else {
                    answer(name);
                }
                shoot(page, walker, "02-" + name);
                page.click("form .govuk-button-group .govuk-button");
                assertThat(page.locator(".govuk-error-summary").count())
                        .as(name + ": " + page.url())
                        .isZero();
            }
        }

        void addsAPaper() throws IOException {
            page.navigate(at("/apply/documents"));
            page.click(".govuk-task-list__link >> nth=0");
            page.setInputFiles("#file", new FilePayload("birth.jpg", "image/jpeg", jpeg(1200, 1600)));
            page.click("form[enctype] button.govuk-button");
            page.waitForSelector(".kith-papers li");
            shoot(page, walker, "03-paper");
        }

        String sends() {
            page.navigate(at("/apply/review"));
            shoot(page, walker, "04-review");
            page.check("#declared");
            page.click("form[action='/apply/submit'] .govuk-button");
            var reference = page.textContent("#reference").strip();
            assertThat(reference).matches("UTO [0-9A-Z]{4} [0-9A-Z]{4}");
            shoot(page, walker, "04-sent");
            return reference;
        }

        void books() {
            page.navigate(at("/visit/at/port-amity"));
            page.check("input[name=slot] >> nth=0", new Page.CheckOptions().setForce(true));
            shoot(page, walker, "05-times");
            page.click("form[action^='/visit/at/'] .govuk-button");
            page.waitForURL("**/visit");
            shoot(page, walker, "05-booked");
        }

        private void answer(String name) {
            var fields = walker.who().pages().getOrDefault(name, Map.of());
            fields.forEach((field, value) -> {
                var radio = page.locator("input[type=radio][name='" + field + "'][value='" + value + "']");
                var select = page.locator("select[name='" + field + "']");
                if (radio.count() > 0) radio.check();
                else if (select.count() > 0) select.selectOption(value);
                else page.fill("[name='" + field + "']", value);
            });
        }
    }

    private void clockTo(Instant moment) {
        var ahead = Duration.between(clock.instant(), moment);
        if (!ahead.isNegative()) ((AdvancingClock) clock).advanceBy(ahead);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    /// For whoever wants to see what the journey saw.
    private static void shoot(Page page, Walker walker, String name) {
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "journey", walker.language(), name + ".png")));
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0xe8e0d4));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0x6b7f86));
        graphics.fillOval(width / 4, height / 6, width / 2, height / 2);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
