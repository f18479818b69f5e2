package org.kith.server.decision;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeOfficers;
import org.kith.server.SomeWaiting;
import org.kith.server.decision.Abilities.Ability;
import org.kith.server.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;

/// The queues as officers see them, at a desk and on a telephone.
class QueuesInBrowserTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    SomeCase cases;

    @Autowired
    SomeWaiting waiting;

    @Autowired
    SomeOfficers officers;

    @Autowired
    Assignment assignment;

    @Autowired
    Abilities abilities;

    @Autowired
    Escalate escalate;

    @Autowired
    CountCases counting;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void officers_look_at_their_queues(int width) {
        var layla = cases.confirmed(port, SomeApplicant.layla("glance-" + UUID.randomUUID() + "@example.org"));
        var officer = officers.caseworkers(1).getFirst();
        for (var i = 0; i < 30; i++) waiting.of(i % 2 == 0 ? "ar" : "ru", Duration.ofDays(i), null);
        assignment.takeUp(waiting.of("en", Duration.ofDays(37), null), officer);
        assignment.takeUp(waiting.of("en", Duration.ofDays(45), null), officer);
        abilities.set(officer.id(), new Ability(Set.of("ar"), Set.of("descent")), officers.one(null, Role.MANAGER));
        for (var i = 0; i < 3; i++) escalate.round();
        counting.round();
        try (var browser = chromium.browser().newContext(new NewContextOptions().setViewportSize(width, 900))) {
            browser.setDefaultTimeout(30_000);
            var page = browser.newPage();
            signIn(page, "castell");
            look(page, width, "/desk/cases", "caseworker");
            look(page, width, "/desk/cases?part=waiting&language=ar", "waiting");
            signIn(page, "oriel");
            look(page, width, "/desk/cases", "supervisor");
            look(page, width, "/desk/absence", "absence");
            look(page, width, "/admin/figures", "figures");
            page.navigate(at(layla.address()));
            page.check("#purpose-DECISION");
            page.click("form[action$='/open'] button");
            for (var details : page.querySelectorAll(".kith-panel > details.kith-fold"))
                details.evaluate("each => each.open = true");
            Glance.at(page, "queues", String.valueOf(width), "case");
            signIn(page, "brandt");
            look(page, width, "/admin/staff", "staff");
            look(page, width, "/admin/staff/" + officer.id() + "/abilities", "ability");
        }
    }

    private void signIn(Page page, String officer) {
        page.navigate(at("/demo"));
        page.click("form[action='/demo/officers/" + officer + "'] button");
        page.waitForLoadState();
    }

    private void look(Page page, int width, String path, String name) {
        page.navigate(at(path));
        Glance.at(page, "queues", String.valueOf(width), name);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
