package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.Chromium;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCase;
import org.springframework.beans.factory.annotation.Autowired;

/// Between a filed application and its end, and when a card is to be taken, with real clicks on real pages: what more
/// is
/// asked is given, what a person answers to a notice counts, and who refused does not judge the appeal. How a case
/// comes
/// to the desk is [JourneyTest]'s.
class HeardJourneyTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    SomeCase cases;

    @Autowired
    SomeCard cards;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    /// In Arabic on a telephone and in Russian.
    static Stream<Walker> people() {
        var run = UUID.randomUUID() + "@example.org";
        return Stream.of(
                walker(SomeApplicant.layla("heard-layla-" + run), "ar", 390),
                walker(SomeApplicant.nadezhda("heard-nadezhda-" + run), "ru", 1280));
    }

    @ParameterizedTest
    @MethodSource("people")
    void more_is_asked_and_given_and_a_refusal_is_heard_answered_and_overturned(Walker walker) {
        takenUp(walker, (person, officers) -> {
            officers.asksForASchoolLetter();
            seesWhatIsNext(person, walker, "more");
            answers(person, walker, "The school burned down.");
            officers.readsOnTheCase("The school burned down.");

            officers.announcesARefusal();
            seesWhatIsNext(person, walker, "notice");
            answers(person, walker, "She married in 1955.");
            officers.readsOnTheCase("She married in 1955.");

            officers.approves();
            officers.supervisorSigns();
            getsTheCard(person, walker);
        });
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_refusal_is_appealed_and_overturned_by_others(Walker walker) {
        takenUp(walker, (person, officers) -> {
            officers.announcesARefusal();
            seesWhatIsNext(person, walker, "notice-before");
            answers(person, walker, "She married in 1955.");
            officers.refuses();

            seesTheNewest(person, walker, "22-refused");
            appeals(person, walker, "The parish burned down in 1944.");
            officers.whoRefusedHasNoAppealsToHear();
            officers.anotherOverturnsTheRefusal("The parish burned down in 1944.");

            seesTheNewest(person, walker, "22-overturned");
            getsTheCard(person, walker);
        });
    }

    /// A case that a caseworker has taken up, with its person at one browser and the office at another.
    private void takenUp(Walker walker, BiConsumer<Page, CaseworkerSteps> walk) {
        var opened = cases.confirmed(port, walker.who());
        try (var own = walker.browser(chromium);
                var office = Walker.office(chromium)) {
            var person = signedIn(own.newPage(), walker);
            var officers = new CaseworkerSteps(office.newPage(), walker, at(""), opened);
            officers.takesItUp();
            walk.accept(person, officers);
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_revocation_is_heard_and_withdrawn(Walker walker) {
        var holder = cards.holder(port, walker.who());
        var number = holder.card().number().printed("UTO");
        try (var own = walker.browser(chromium);
                var office = Walker.office(chromium)) {
            var person = signedIn(own.newPage(), walker);
            var officers = new OfficerSteps(office.newPage(), walker, at(""));

            officers.caseworkerTakes("ANNOUNCE_REVOCATION", "no-ground", number);
            seesWhatIsNext(person, walker, "card-notice");
            answers(person, walker, "There is one card only.");
            officers.readsOnTheCard(number, "There is one card only.");
            officers.caseworkerTakes("WITHDRAW_NOTICE", "", number);

            seesTheNewest(person, walker, "23-withdrawn");
            getsTheCard(person, walker);
            person.navigate(at("/home"));
            assertThat(person.locator(".govuk-tag--yellow").count())
                    .as("nothing waits")
                    .isZero();
        }
    }

    private Page signedIn(Page page, Walker walker) {
        page.navigate(at("/demo?lang=" + walker.language()));
        var email = "form[action='/demo/person'] input[name=email]:not([type=hidden])";
        page.fill(email, walker.who().email());
        page.press(email, "Enter");
        page.waitForURL("**/home*");
        return page;
    }

    private void seesWhatIsNext(Page page, Walker walker, String what) {
        page.navigate(at("/home"));
        assertThat(page.getAttribute("html", "lang")).isEqualTo(walker.language());
        walker.shoot(page, "21-home-" + what);
        page.navigate(at("/messages"));
        page.click(".kith-rows li:has(.govuk-tag--yellow) a");
        walker.shoot(page, "21-message-" + what);
    }

    private void seesTheNewest(Page page, Walker walker, String picture) {
        page.navigate(at("/messages"));
        page.click(".kith-rows a[href^='/messages/'] >> nth=0");
        assertThat(page.getAttribute("html", "lang")).isEqualTo(walker.language());
        walker.shoot(page, picture);
    }

    private static void appeals(Page page, Walker walker, String words) {
        page.click("a[href$='/appeal']");
        page.fill("#words", words);
        walker.shoot(page, "22-appeal");
        page.click("form[action$='/appeal'] .govuk-button");
        assertThat(page.textContent("main")).contains(words);
        walker.shoot(page, "22-appealed");
    }

    private static void answers(Page page, Walker walker, String words) {
        page.fill("#words", words);
        page.click("form[action^='/messages/'][data-line] .govuk-button");
        assertThat(page.locator("#words").count()).as("one answer").isZero();
        walker.shoot(page, "21-answered");
    }

    private void getsTheCard(Page page, Walker walker) {
        page.navigate(at("/card"));
        for (var tries = 0;
                tries < 60 && page.locator("form[action='/card/print']").count() == 0;
                tries++) {
            page.waitForTimeout(500);
            page.navigate(at("/card"));
        }
        walker.shoot(page, "21-card");
        assertThat(page.locator("form[action='/card/print']").count()).isEqualTo(1);
    }

    private static Walker walker(SomeApplicant who, String language, int width) {
        return new Walker(who, Questionnaire.utopia(who), language, width);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
