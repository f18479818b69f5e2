package org.kith.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.identity.SomeFile;
import org.springframework.beans.factory.annotation.Autowired;

/// Everything that a decision rests on, on one page, however much of it there is.
class CasePageTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    private SomeCase cases;

    @Autowired
    private Clock clock;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @Test
    void each_fact_says_what_it_rests_on_and_has_its_paper_beside_it() {
        var layla = withPapers("birth-record", "forebear-birth-record");
        var castell = opened(layla);

        var page = castell.get(layla.address());

        assertThat(fact(page, "birth_date"))
                .contains(
                        "Agrees with the passport seen at the centre by", "Your birth record, sent on", "not read yet")
                .contains("See Your birth record, for Born");
        assertThat(fact(page, "forebear_name")).contains("Elza Varga", "sent on", "not read yet");
        assertThat(fact(page, "speaks_utopian"))
                .contains("Declared. No paper yet; this would show it")
                .contains("A letter from a school where you learnt or used Utopian, A letter from an association");
        assertThat(fact(page, "residence")).contains("Declared. No proof is asked for");
    }

    @Test
    void what_an_officer_read_on_a_paper_stands_beside_every_fact_that_it_proves() {
        var layla = withPapers("birth-record", "forebear-birth-record");
        var castell = opened(layla);
        var paper = castell.get(layla.address()).find("/papers/([0-9a-f-]{36})/verify");

        castell.post(layla.address() + "/papers/" + paper + "/verify", Map.of("fact", "Born in Lindow, 1987."));

        var page = castell.get(layla.address());
        for (var fact : List.of("birth_date", "birth_place", "birth_country")) {
            assertThat(fact(page, fact)).contains("Your birth record, read by R. Castell on");
        }
        assertThat(fact(page, "forebear_name")).contains("not read yet");
        assertThat(page.text()).contains("Born in Lindow, 1987.", "Read by R. Castell on");
    }

    @Test
    void the_rule_of_a_ground_is_there_to_read_with_what_came_of_each_step() {
        var layla = withPapers();

        var page = opened(layla).get(layla.address());

        assertThat(page.text())
                .contains("The rule and its steps", "line_on_paper = line_papers in [\"all\", \"some\"] → met")
                .contains("descent = forebear_from_utopia && line_on_paper → met", "The rules propose. You decide.");
    }

    @Test
    void a_case_with_a_thousand_papers_shows_the_newest_of_each_kind_and_the_rest_page_by_page() {
        var layla = withPapers("birth-record");
        seed(layla, "forebear-birth-record", 600);
        seed(layla, "town-register-extract", 399);
        var castell = opened(layla);

        var page = castell.get(layla.address());

        assertThat(page.body().split("<img ", -1)).hasSizeLessThan(40);
        assertThat(page.text()).contains("All 600 of this kind", "997 more");
        var first = castell.get(layla.address() + "/kinds/forebear-birth-record");
        assertThat(first.text()).contains("1 to 24 of 600", "Older ones").doesNotContain("Newer ones");
        var last = castell.get(layla.address() + "/kinds/forebear-birth-record?page=25");
        assertThat(last.text()).contains("577 to 600 of 600", "Newer ones").doesNotContain("Older ones");
        assertThat(castell.get(layla.address() + "/kinds/forebear-birth-record?page=26")
                        .status())
                .isEqualTo(404);
        assertThat(castell.get(layla.address() + "/kinds/blood-test").status()).isEqualTo(404);
    }

    @Test
    void nobody_reads_papers_who_has_not_said_why() {
        var layla = withPapers("birth-record");
        var varga = Visitor.asOfficer(port, "caseworker", 2);

        var page = varga.get(layla.address() + "/kinds/birth-record");

        assertThat(page.path()).isEqualTo(layla.address());
        assertThat(page.text()).contains("Why do you open this?");
    }

    @ParameterizedTest
    @CsvSource({"desk, 1280", "phone, 390", "narrow, 320"})
    void the_page_is_as_good_on_a_telephone_as_on_a_desk(String name, int width) {
        var layla = withPapers("birth-record", "forebear-birth-record", "school-letter");
        var castell = opened(layla);
        try (var browser = chromium.browser().newContext(new NewContextOptions().setViewportSize(width, 900))) {
            browser.addCookies(List.of(new Cookie("kith", castell.cookie("kith")).setUrl(at(""))));
            var page = browser.newPage();
            page.navigate(at(layla.address()));
            Glance.at(page, "case", "en", name);
            page.navigate(at(layla.address() + "/kinds/birth-record"));
            Glance.at(page, "case", "en", name + "-kind");
        }
    }

    private Opened withPapers(String... kinds) {
        var who = SomeApplicant.layla("case-" + UUID.randomUUID() + "@example.org");
        var person = who.drafted(port);
        for (var kind : kinds) {
            var address = "/apply/documents/" + kind;
            person.get(address);
            person.upload(
                    address, Map.of(), "file", new Visitor.Upload("p.jpg", "image/jpeg", SomeFile.photo(600, 800)));
        }
        person.get("/apply/review");
        person.post("/apply/submit", Map.of("declared", "yes"));
        return cases.confirmed(port, person, who);
    }

    private Visitor opened(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        castell.get(layla.address());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        return castell;
    }

    /// Papers put straight where they lie, without their files.
    private void seed(Opened layla, String evidence, int many) {
        jdbc.sql("""
                with added as (
                  insert into document (id, application, evidence, added_at)
                  select gen_random_uuid(), :application, :evidence, :now + n * interval '1 second'
                  from generate_series(1, :many) n returning id)
                insert into document_page (document, number, file, width, height, bytes)
                select id, 1, gen_random_uuid(), 600, 800, 1000 from added
                """)
                .param("application", layla.id().value())
                .param("evidence", evidence)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("many", many)
                .update();
    }

    private static String fact(Visitor.Answer page, String question) {
        var from = page.body().indexOf("id=\"fact-" + question + "\"");
        assertThat(from).as(question).isPositive();
        var row = page.body().substring(from, page.body().indexOf("</dl>", from));
        var next = row.indexOf("id=\"fact-", 10);
        return new Visitor.Answer(200, "", "<p " + (next < 0 ? row : row.substring(0, next)), Map.of()).text();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
