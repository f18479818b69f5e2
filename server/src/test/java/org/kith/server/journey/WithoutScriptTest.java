package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kith.server.SomeApplicant;

/// All that a person needs to apply works without JavaScript: from the first question to a booked visit.
class WithoutScriptTest extends PackJourney {
    @Test
    void somebody_applies_and_books_without_script() {
        var who = SomeApplicant.nadezhda("no-script-nadezhda@example.org");
        var walker = new Walker(who, Questionnaire.utopia(who), "ru", 390, false);
        try (var browser = walker.browser(chromium)) {
            var page = browser.newPage();
            page.setContent("<p>without</p><script>document.querySelector('p').textContent = 'with'</script>");
            assertThat(page.textContent("p")).as("script").isEqualTo("without");
            var person = new ApplicantSteps(page, walker, at(""));

            person.checksEligibility();
            person.signsInByMail();
            person.answersEveryPage();
            person.addsAPaper();
            person.sends();
            person.books();

            assertThat(page.locator(".kith-finding--yes").count()).isOne();
        }
    }
}
