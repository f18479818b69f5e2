package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeApplication;
import org.kith.server.Visitor;
import org.kith.server.application.Stage;
import org.kith.server.family.FamilyCase;
import org.kith.server.family.FamilyResult;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of times as a browser shows them, on a phone and a desk, in both directions.
class TimesInBrowserTest extends ServerTest {
    private static final String TIMES = "/visit/at/strelsau";

    @Autowired
    private FamilyCase families;

    @Autowired
    private SomeApplication some;

    @Autowired
    private GiveOut giveOut;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource({"en, 320", "en, 1280", "ar, 320"})
    void nothing_on_these_pages_hinders_anyone(String language, int width) {
        try (var chromium = Chromium.orSkip()) {
            var head = withChildren("times-" + UUID.randomUUID() + "@example.org");
            look(chromium, head, language, width, List.of("/visit/centres", TIMES));
            var slot = head.get(TIMES).findLast("name=\"slot\" id=\"[^\"]+\" value=\"([^\"]+)\"");
            head.post(TIMES, Map.of("slot", slot));
            look(chromium, head, language, width, List.of("/visit", "/visit/cancel"));

            var waiting = SomeApplicant.nadezhda("times-" + UUID.randomUUID() + "@example.org")
                    .submitted(port);
            jdbc.sql("insert into centre_queue (centre, since) select id, now() from centre where code = 'strelsau'")
                    .update();
            look(chromium, waiting, language, width, List.of(TIMES));
            waiting.get(TIMES);
            waiting.post(TIMES + "/ask", Map.of());
            jdbc.sql("update visit_request set not_before = not_before + interval '30 days'")
                    .update();
            look(chromium, waiting, language, width, List.of("/visit/waiting"));
            jdbc.sql("update visit_request set not_before = not_before - interval '31 days'")
                    .update();
            giveOut.round();
            look(chromium, waiting, language, width, List.of("/visit/offer", "/home"));
            jdbc.sql("delete from centre_queue").update();
            if (language.equals("en")) staff(chromium, width);
        }
    }

    private void staff(Chromium chromium, int width) {
        var brandt = Visitor.asOfficer(port, "manager");
        brandt.get("/admin/centres/mildendo");
        brandt.post(
                "/admin/centres/mildendo/close",
                Map.of("from", "2099-01-04T09:00", "until", "2099-01-05T09:00", "counters", "1"));
        look(chromium, brandt, "en", width, List.of("/admin/centres", "/admin/centres/mildendo"));
        look(chromium, Visitor.asOfficer(port, "registrar"), "en", width, List.of("/desk/walk-in"));
    }

    private Visitor withChildren(String email) {
        var visitor = SomeApplicant.nadezhda(email).submitted(port);
        var reference = visitor.get("/apply/sent")
                .find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<")
                .replace(" ", "");
        var person = new PersonId(jdbc.sql("select person from application where reference = ?")
                .param(reference)
                .query(UUID.class)
                .single());
        families.start(person, "Надежда");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var name : List.of("Лея", "ليلى")) {
            var added = families.addChild(person, name, today.minusYears(8));
            if (!(added instanceof FamilyResult.ChildAdded(var child))) throw new AssertionError(added);
            some.of(child, Stage.SUBMITTED);
        }
        return visitor;
    }

    private void look(Chromium chromium, Visitor who, String language, int width, List<String> paths) {
        try (var context = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(width, 900).setLocale(language))) {
            context.addCookies(who.cookies().stream()
                    .map(cookie -> new Cookie(cookie.getName(), cookie.getValue())
                            .setDomain("localhost")
                            .setPath("/"))
                    .toList());
            var page = context.newPage();
            for (var path : paths) {
                page.navigate("http://localhost:" + port + path);
                assertThat(page.url()).as("where %s leads", path).endsWith(path);
                Glance.at(page, "times", language, width + path.replace('/', '-'));
            }
        }
    }
}
