package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.kith.server.SomeCase.Opened;

/// What officers do with one case, each at the office's screen.
final class CaseworkerSteps {
    private final Page page;
    private final Walker walker;
    private final String server;
    private final Opened opened;

    CaseworkerSteps(Page page, Walker walker, String server, Opened opened) {
        this.page = page;
        this.walker = walker;
        this.server = server;
        this.opened = opened;
    }

    void takesItUp() {
        enters("castell", "/desk/cases");
        Lists.line(page, opened.reference())
                .locator("form[action$='/take'] button")
                .click();
    }

    void asksForASchoolLetter() {
        decides("more", Map.of("why", "missing", "papers", "school-letter"));
    }

    void announcesARefusal() {
        decides("refuse", Map.of("ground", "descent"));
    }

    /// After hearing, on the page that the case links to.
    void refuses() {
        enters("castell", opened.address());
        opens("DECISION");
        page.click("#rulings a[href$='/refuse']");
        page.check("#ground-descent");
        page.fill("#reason", "The reply names no record.");
        page.fill("#cure", "The parish register.");
        walker.shoot(page, "20-refuse-heard");
        page.click("form[action$='/refuse'] .govuk-button");
        sendsTheLetter();
        assertThat(page.locator("#rulings a[href$='/refuse']").count()).isZero();
    }

    void whoRefusedHasNoAppealsToHear() {
        enters("castell", "/desk/appeals");
        assertThat(page.locator("tr:has-text('" + opened.reference() + "')").count())
                .isZero();
    }

    /// Among those who hear appeals, who had no hand in it.
    ///
    /// @param words what they read of the person
    void anotherOverturnsTheRefusal(String words) {
        enters("hallam", "/desk/appeals");
        walker.shoot(page, "22-appeals");
        Lists.line(page, opened.reference()).locator("a").first().click();
        opens("APPEAL");
        assertThat(page.textContent("main")).contains(words);
        walker.shoot(page, "22-appealed-case");
        page.click("a[href^='/desk/appeals/'][href$='/decide']");
        page.check("#choice-OVERTURN");
        page.fill("#reason", "The parish register was lost to fire.");
        walker.shoot(page, "22-overturn");
        page.click("form[action$='/decide'] .govuk-button");
        sendsTheLetter();
        assertThat(page.locator("a[href^='/desk/appeals/'][href$='/decide']").count())
                .as("it is decided: " + page.textContent("main"))
                .isZero();
    }

    void approves() {
        decides("approve", Map.of("ground", "descent"));
    }

    void supervisorSigns() {
        enters("oriel", opened.address());
        opens("SECOND_SIGNATURE");
        walker.shoot(page, "20-to-sign");
        page.click("form[action$='/sign'] .govuk-button");
        sendsTheLetter();
        assertThat(page.locator("form[action$='/sign']").count()).isZero();
    }

    /// What the person wrote stands on the page of whoever decides.
    void readsOnTheCase(String words) {
        enters("castell", opened.address());
        opens("DECISION");
        assertThat(page.textContent("main")).contains(words);
        walker.shoot(page, "20-answered-case");
    }

    private void decides(String verdict, Map<String, String> choices) {
        enters("castell", opened.address());
        opens("DECISION");
        page.check("input[name=verdict][value=" + verdict + "]");
        choices.forEach(
                (name, value) -> page.check("form[action$='/decide'] input[name=" + name + "][value=" + value + "]"));
        page.fill("#reason", "The register of Lindow names another family.");
        if (verdict.equals("refuse")) page.fill("#cure", "A record that names your grandmother.");
        walker.shoot(page, "20-" + verdict);
        page.click("form[action$='/decide'] .govuk-button");
        sendsTheLetter();
        assertThat(page.locator("form[action$='/decide']").count())
                .as("it is decided: " + page.textContent("main"))
                .isZero();
    }

    /// Where the letter is shown before it goes.
    private void sendsTheLetter() {
        if (page.locator("input[name=seal]").count() == 0) return;
        walker.shoot(page, "20-letter");
        page.click("form:has(input[name=seal]) button.govuk-button");
    }

    private void enters(String officer, String room) {
        page.navigate(server + "/demo");
        page.click("form[action='/demo/officers/" + officer + "'] button");
        page.navigate(server + room);
    }

    /// Each officer says once what they open it for.
    private void opens(String purpose) {
        if (page.locator("#purpose-" + purpose).count() == 0) return;
        page.check("#purpose-" + purpose);
        page.click("form[action$='/open'] .govuk-button");
    }
}
