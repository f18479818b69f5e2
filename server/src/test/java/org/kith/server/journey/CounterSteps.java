package org.kith.server.journey;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.kith.server.SomeApplicant;

/// What a registrar does at a counter, from the list of today to the receipt.
final class CounterSteps {
    private final Page page;
    private final String server;
    private final Consumer<String> look;

    /// @param look is told the name of each page that comes
    CounterSteps(Page page, String server, Consumer<String> look) {
        this.page = page;
        this.server = server;
        this.look = look;
    }

    /// Signed in by one click on the demonstration's page.
    void enters(String officer) {
        page.navigate(server + "/demo");
        page.click("form[action='/demo/officers/" + officer + "'] button");
        today();
    }

    void today() {
        page.navigate(server + "/desk/today");
        look.accept("06-today");
    }

    void receives(String reference) {
        page.click(row(reference) + " form[action$='/arrive'] button");
    }

    void notesThatNobodyCame(String reference) {
        page.click(row(reference) + " form[action$='/miss'] button");
    }

    /// Somebody without an appointment, for whom a counter is free.
    void admits(String reference) {
        page.navigate(server + "/desk/walk-in");
        page.fill("#reference", reference);
        page.click("form[action='/desk/walk-in'] button.govuk-button:not([name])");
    }

    /// Looks at person and passport, and signs with what stands in for a passkey in the demonstration.
    void confirms(SomeApplicant who, String reference) {
        page.click(row(reference) + " a[href^='/desk/visits/']");
        page.fill("#lines", who.lines());
        page.click("button.govuk-button[value=compare]");
        page.check("input[name=face][value=yes]");
        page.check("input[name=document][value=yes]");
        for (var point : page.querySelectorAll("input[name=points]:not([value=chip-read])")) point.check();
        // Where the programme has chips read.
        for (var chip : page.querySelectorAll("#because-chip-read")) chip.selectOption("chip-read:NO_DEVICE");
        page.setInputFiles("#photo", Pictures.face());
        page.click("button.govuk-button[value=photo]");
        look.accept("06-visit");
        page.click("button.govuk-button[value=confirm]");
        look.accept("06-sign");
        page.click("form:has(input[name=standIn]) button");
        page.waitForURL("**/receipt");
        look.accept("06-receipt");
    }

    String state(String reference) {
        return page.textContent(row(reference) + " .govuk-tag");
    }

    String row(String reference) {
        return "tr:has-text('" + reference + "')";
    }
}
