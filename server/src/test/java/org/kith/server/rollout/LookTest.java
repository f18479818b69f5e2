package org.kith.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;

/// The pages of waiting, deleting and withdrawing as a browser shows them, on a phone and a desk, in both directions.
class LookTest extends ServerTest {
    @ParameterizedTest
    @CsvSource({"en, 390", "en, 1280", "ar, 320"})
    void nothing_on_these_pages_hinders_anyone(String language, int width) {
        try (var chromium = Chromium.orSkip()) {
            var country = new SomeCountry(port, "DNK");
            become(country, "BY_INVITATION");
            var waiting = country.drafted(address());
            look(chromium, waiting, language, width, List.of("/apply", "/country", "/apply/delete"));
            waiting.get("/country");
            waiting.post("/country/join", Map.of());
            look(chromium, waiting, language, width, List.of("/country", "/apply/deleted"));

            var sent = SomeApplicant.layla(address()).submitted(port);
            look(chromium, sent, language, width, List.of("/home", "/home/withdraw", "/home/withdrawn", "/messages"));
            if (language.equals("en")) {
                country.propose(Visitor.asOfficer(port, "manager", 1), "OPEN", "12");
                var linde = Visitor.asOfficer(port, "manager", 2);
                look(chromium, linde, language, width, List.of("/admin/rollout", "/admin/rollout/codes"));
                linde.post(SomeCountry.waiting(linde) + "/drop", Map.of());
            }
        }
    }

    private void become(SomeCountry country, String phase) {
        var set = jdbc.sql("select count(*) from rollout_country where country = 'DNK'")
                .query(Integer.class)
                .single();
        if (set == 0) country.becomes(phase, "");
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
            for (var path : paths) look(page, path, language + "-" + width);
        }
    }

    private void look(Page page, String path, String where) {
        page.navigate("http://localhost:" + port + path);
        var name = where + path.replace('/', '-');
        Glance.picture(page, "look", name);
        assertThat(page.url()).as("where %s leads", path).endsWith(path);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("sideways scrolling on " + name)
                .isLessThanOrEqualTo(0);
        assertThat(Glance.hindrances(page)).as(name).isEmpty();
    }

    private static String address() {
        return "look-" + UUID.randomUUID() + "@example.org";
    }
}
