package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;

/// What officers do, each at the office's screen, signed in by one click on the demonstration's page.
final class OfficerSteps {
    private final Page page;
    private final Walker walker;
    private final String server;

    OfficerSteps(Page page, Walker walker, String server) {
        this.page = page;
        this.walker = walker;
        this.server = server;
    }

    void registrarConfirms(String reference) {
        enter("marrow", "/desk/today");
        walker.shoot(page, "06-today");
        page.click("tr:has-text('" + reference + "') form button.govuk-button");
        page.click("tr:has-text('" + reference + "') a[href^='/desk/visits/']");
        page.fill("#lines", walker.who().lines());
        page.click("button.govuk-button[value=compare]");
        page.check("input[name=face][value=yes]");
        page.check("input[name=document][value=yes]");
        for (var point : page.querySelectorAll("input[name=points]:not([value=chip-read])")) point.check();
        page.selectOption("#because-chip-read", "chip-read:NO_DEVICE");
        page.setInputFiles("#photo", Pictures.face());
        page.click("button.govuk-button[value=photo]");
        walker.shoot(page, "06-visit");
        page.click("button.govuk-button[value=confirm]");
        walker.shoot(page, "06-sign");
        page.click("form:has(input[name=standIn]) button");
        page.waitForURL("**/receipt");
        walker.shoot(page, "06-receipt");
    }

    void caseworkerApproves(String reference) {
        enter("castell", "/desk/cases");
        walker.shoot(page, "07-queue");
        assertThat(page.textContent("main"))
                .as("no names in a queue")
                .doesNotContain(walker.who().given());
        page.click("tr:has-text('" + reference + "') form button");
        open("DECISION");
        assertThat(page.textContent("h1")).contains(walker.who().given());
        assertThat(page.locator("input[name=verdict]:checked").count())
                .as("nothing is chosen")
                .isZero();
        looksIntoWhatIsOpen();
        page.check("input[name=verdict][value=approve]");
        page.check("input[name=ground][value=" + walker.answers().ground() + "]");
        page.fill("#reason", "The birth records show the line to Amaurot.");
        walker.shoot(page, "07-case");
        page.click("form[action$='/decide'] .govuk-button");
        sendLetter("07-letter");
        assertThat(page.locator("form[action$='/decide']").count())
                .as("it waits for a second officer")
                .isZero();
        walker.shoot(page, "07-proposed");
    }

    /// Finds it by the reference of the application or the number of the card, as the list of what waits shows it.
    void supervisorSigns(String reference) {
        enter("oriel", "/desk/signatures");
        walker.shoot(page, "07-signatures");
        page.click("tr:has-text('" + reference + "') a");
        open("SECOND_SIGNATURE");
        walker.shoot(page, "07-second-signature");
        page.click("form[action$='/sign'] .govuk-button");
        sendLetter("07-letter-signed");
        assertThat(page.locator("form[action$='/sign']").count()).isZero();
    }

    /// Gives back the card’s number, as printed.
    String caseworkerTakes(String measure, String cause, String reference) {
        findsTheCard(reference);
        page.check("input[name=measure][value=" + measure + "]");
        if (!cause.isEmpty()) page.check("input[name=cause][value=" + cause + "]");
        page.fill("#reason", "Two cards were issued on one birth record.");
        walker.shoot(page, "10-" + measure.toLowerCase(Locale.ROOT));
        page.click("form[action$='/measure'] .govuk-button");
        sendLetter("10-letter-" + measure.toLowerCase(Locale.ROOT));
        assertThat(page.url()).contains("/desk/cards/");
        return page.textContent(".govuk-caption-m .kith-num").strip();
    }

    /// What the holder wrote stands on the page of whoever decides.
    void readsOnTheCard(String reference, String words) {
        findsTheCard(reference);
        assertThat(page.textContent("main")).contains(words);
        walker.shoot(page, "10-answered-card");
    }

    private void findsTheCard(String reference) {
        enter("castell", "/desk/cards");
        page.fill("#number", reference);
        page.click("form[action='/desk/cards'] .govuk-button");
        open("CARD_CARE");
    }

    /// The letter is seen before it goes.
    private void sendLetter(String picture) {
        walker.shoot(page, picture);
        page.click(".govuk-button-group button.govuk-button");
    }

    /// What the programme wants looked into before a decision; what another office does not answer, in their own words.
    private void looksIntoWhatIsOpen() {
        var open = page.locator("#ready li:has(.kith-sign--wait, .kith-sign--unknown) a[href^='#check-']");
        while (open.count() > 0) {
            var check = page.locator(open.first().getAttribute("href"));
            check.locator("summary").click();
            check.locator("input[value=PASSED]").check();
            check.locator("input[name=source]").fill("The books on the shelf");
            check.locator("textarea[name=words]").fill("The family is in them.");
            check.locator("form:not([action$='/ask']) button").click();
        }
    }

    private void enter(String officer, String room) {
        page.navigate(server + "/demo");
        page.click("form[action='/demo/officers/" + officer + "'] button");
        page.navigate(server + room);
    }

    private void open(String purpose) {
        page.check("#purpose-" + purpose);
        page.click("form[action$='/open'] .govuk-button");
    }
}
