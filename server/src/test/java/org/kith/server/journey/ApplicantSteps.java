package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.CheckOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// What a person does, page by page, in their own browser.
final class ApplicantSteps {
    private final Page page;
    private final Walker walker;
    private final String server;

    ApplicantSteps(Page page, Walker walker, String server) {
        this.page = page;
        this.walker = walker;
        this.server = server;
    }

    void checksEligibility() {
        page.navigate(server + "/?lang=" + walker.language());
        walker.shoot(page, "01-start");
        page.click(".kith-hero .govuk-button");
        for (var asked = 0; asked < 10 && !page.url().endsWith("/result"); asked++) {
            answer(page.url().substring(page.url().lastIndexOf('/') + 1));
            page.click("form .govuk-button-group .govuk-button");
        }
        assertThat(page.locator(".kith-finding--yes").count()).isEqualTo(1);
        walker.shoot(page, "01-eligible");
        page.click(".kith-section .govuk-button");
    }

    void signsInByMail() {
        page.fill("#email", walker.who().email());
        page.click("form[action='/sign-in'] button");
        walker.shoot(page, "02-mail-sent");
        var link = ".kith-panel:has(bdi:text-is('" + walker.who().email() + "')) a[href*='/sign-in/']";
        waitFor("/demo/outbox", link);
        page.click(link + " >> nth=0");
        page.click("form[action^='/sign-in/'] button");
        page.waitForURL("**/home*");
        walker.shoot(page, "02-begin");
        page.click("form[action='/apply/start'] button");
    }

    void answersEveryPage() {
        walker.shoot(page, "02-tasks");
        assertThat(page.url()).endsWith("/apply");
        for (var name : walker.answers().pages().keySet()) {
            page.navigate(server + "/apply/questions/" + name);
            if (name.equals("passport")) fillsInThePassport();
            else answer(name);
            walker.shoot(page, "02-" + name);
            page.click("form .govuk-button-group .govuk-button");
            assertThat(page.locator(".govuk-error-summary").count())
                    .as(name + ": " + page.url())
                    .isZero();
        }
    }

    /// The lines at its foot fill the other fields.
    private void fillsInThePassport() {
        page.fill("[id='passport.mrz']", walker.who().lines());
        page.click("button[name=fill]");
        assertThat(page.inputValue("[id='passport.number']"))
                .isEqualTo(walker.who().documentNumber());
    }

    void addsAPaper() {
        page.navigate(server + "/apply/documents");
        page.click(".govuk-task-list__link >> nth=0");
        page.setInputFiles("#file", Pictures.paper());
        page.click("form[enctype] button.govuk-button");
        page.waitForSelector(".kith-papers li");
        walker.shoot(page, "03-paper");
    }

    String sends() {
        page.navigate(server + "/apply/review");
        walker.shoot(page, "04-review");
        page.check("#declared");
        page.click("form[action='/apply/submit'] .govuk-button");
        var reference = page.textContent("#reference").strip();
        assertThat(reference).matches(walker.answers().reference() + " [0-9A-Z]{4} [0-9A-Z]{4}");
        walker.shoot(page, "04-sent");
        return reference;
    }

    void books() {
        page.navigate(server + "/visit/at/port-amity");
        page.check("input[name=slot] >> nth=0", new CheckOptions().setForce(true));
        walker.shoot(page, "05-times");
        page.click("form[action^='/visit/at/'] .govuk-button");
        page.waitForURL("**/visit");
        walker.shoot(page, "05-booked");
    }

    byte[] printsTheCard() {
        waitFor("/card", "form[action='/card/print']");
        walker.shoot(page, "08-card");
        var download = page.waitForDownload(() -> page.click("form[action='/card/print'] button"));
        page.navigate(server + "/card");
        walker.shoot(page, "08-card-printed");
        try (var in = download.createReadStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// At least the registrar, the caseworker and the supervisor have.
    void seesWhoLooked() {
        page.navigate(server + "/looks");
        assertThat(page.locator(".kith-looks li").count()).isGreaterThanOrEqualTo(3);
        walker.shoot(page, "08-looks");
    }

    void answersTheNotice() {
        page.navigate(server + "/messages");
        walker.shoot(page, "10-messages");
        page.click(".kith-rows li:has(.govuk-tag--yellow) a");
        walker.shoot(page, "10-notice");
        page.fill("#words", "It is a mistake.");
        page.click("form[action^='/messages/'][data-line] .govuk-button");
        assertThat(page.locator("#words").count()).as("one answer").isZero();
        walker.shoot(page, "10-answered");
    }

    void seesTheCardIs(String shown) {
        page.navigate(server + "/card");
        walker.shoot(page, "10-card-" + shown);
        assertThat(page.locator("form[action='/card/print']").count()).isZero();
    }

    /// Opens a page again and again, until what comes a little later is there.
    private void waitFor(String path, String selector) {
        page.navigate(server + path);
        for (var tries = 0; tries < 60 && page.locator(selector).count() == 0; tries++) {
            page.waitForTimeout(500);
            page.navigate(server + path);
        }
    }

    /// Adds each of the page's lists on a page of its own, then fills in the page itself.
    private void answer(String name) {
        walker.answers().lists().forEach((list, items) -> {
            if (page.locator("a[href$='/" + list + "/new']").count() > 0) items.forEach(item -> add(list, item));
        });
        fill(walker.answers().pages().getOrDefault(name, Map.of()));
        choosesItsFields();
    }

    private void add(String list, Map<String, String> item) {
        var listed = page.locator("[id='" + list + "'] .kith-rows li").count();
        page.click("a[href$='/" + list + "/new']");
        fill(item);
        walker.shoot(page, "02-" + list + "-" + (listed + 1));
        page.click("form .govuk-button-group .govuk-button");
        assertThat(page.locator("[id='" + list + "'] .kith-rows li").count()).isEqualTo(listed + 1);
    }

    /// An address has its fields once the country is chosen.
    private void choosesItsFields() {
        if (page.locator("button[name=fields]").count() == 0) return;
        page.click("button[name=fields]");
        walker.answers().pages().values().forEach(this::fill);
    }

    /// Fills in what the page has a field for; what it then lacks, the server says.
    private void fill(Map<String, String> fields) {
        fields.forEach((field, value) -> {
            var radio = page.locator("input[type=radio][name='" + field + "'][value='" + value + "']");
            var select = page.locator("select[name='" + field + "']");
            var text = page.locator("input[name='" + field + "'],textarea[name='" + field + "']");
            if (radio.count() > 0) radio.check();
            else if (select.count() > 0) select.selectOption(value);
            else if (text.count() > 0) text.fill(value);
        });
    }
}
