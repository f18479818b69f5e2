package org.kith.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Lessons row 31: what officers note of a case, its person reads. Whoever writes a note knows that.
class NotesTest extends ServerTest {
    @Autowired
    private SomeCase cases;

    @Autowired
    private AdvancingClock clock;

    @Test
    void a_note_is_kept_for_officers_and_read_by_the_person_once_the_time_of_the_programme_is_over() {
        var layla = someone();
        var castell = opened(layla);
        assertThat(castell.get(layla.address()).text()).contains("The person will read it, word for word");

        castell.post(layla.address() + "/notes", Map.of("words", "She telephoned and asked how long it takes."));

        assertThat(opened(layla).get(layla.address()).text())
                .contains("R. Castell", "She telephoned and asked how long it takes.");
        assertThat(layla.person().get("/notes").text())
                .contains("There is no note that you can read now")
                .doesNotContain("telephoned");
        clock.advanceBy(Duration.ofDays(61));
        assertThat(layla.person().get("/notes").text())
                .contains("She telephoned and asked how long it takes.", "Officer no.")
                .doesNotContain("Castell");
    }

    @Test
    void once_the_case_is_over_all_its_notes_can_be_read() {
        var layla = someone();
        var castell = opened(layla);
        castell.get(layla.address());
        castell.post(layla.address() + "/notes", Map.of("words", "The extract is hard to read."));

        layla.person().get("/home/withdraw");
        layla.person().post("/home/withdraw", Map.of());

        assertThat(layla.person().get("/notes").text()).contains("The extract is hard to read.");
    }

    @Test
    void a_note_is_never_edited_a_later_one_corrects_it_and_both_stay() {
        var layla = someone();
        var castell = opened(layla);
        castell.get(layla.address());
        castell.post(layla.address() + "/notes", Map.of("words", "The mother was born in 1960."));
        var first = castell.get(layla.address()).find("/notes\\?corrects=([0-9a-f-]{36})");
        castell.get(layla.address() + "/notes?corrects=" + first);

        castell.post(layla.address() + "/notes", Map.of("words", "The mother was born in 1959.", "corrects", first));

        assertThat(castell.get(layla.address()).text())
                .contains("The mother was born in 1960.", "The mother was born in 1959.", "Corrects the note of");
        assertThat(castell.post(
                                layla.address() + "/notes",
                                Map.of(
                                        "words",
                                        "x",
                                        "corrects",
                                        UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_wrong_with_a_note_is_said_and_nothing_typed_is_lost() {
        var layla = someone();
        var castell = opened(layla);
        castell.get(layla.address());

        var empty = castell.post(layla.address() + "/notes", Map.of("words", "  "));
        var long_ = castell.post(layla.address() + "/notes", Map.of("words", "word ".repeat(801)));

        assertThat(empty.text()).contains("Write the note first");
        assertThat(long_.text()).contains("at most 4,000 characters").contains("word word");
        assertThat(jdbc.sql("select count(*) from case_note where application = ?")
                        .param(layla.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_writes_a_note_into_a_case_they_have_not_opened_and_markup_stays_words() {
        var layla = someone();
        var varga = Visitor.asOfficer(port, "caseworker", 2);
        varga.get(layla.address());
        varga.post(layla.address() + "/notes", Map.of("words", "Unopened."));
        var castell = opened(layla);
        castell.get(layla.address());

        castell.post(layla.address() + "/notes", Map.of("words", "<script>alert(1)</script>"));

        assertThat(castell.get(layla.address()).body())
                .contains("&lt;script")
                .doesNotContain("<script>alert(1)", "Unopened.");
    }

    @Test
    void notes_lie_sealed_and_the_table_of_looks_holds_ids_alone() {
        var layla = someone();
        var castell = opened(layla);
        castell.get(layla.address());
        castell.post(layla.address() + "/notes", Map.of("words", "A sentence of the officer."));

        assertThat(jdbc.sql("select encode(sealed, 'escape') from case_note where application = ?")
                        .param(layla.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("sentence");
        assertThat(jdbc.sql("select column_name from information_schema.columns where table_name = 'case_visit'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("officer", "application", "seen_at", "before_at");
    }

    @Test
    void the_persons_page_is_good_on_a_telephone_and_from_right_to_left() {
        var layla = someone();
        var castell = opened(layla);
        castell.get(layla.address());
        castell.post(layla.address() + "/notes", Map.of("words", "The extract is hard to read."));
        layla.person().get("/home/withdraw");
        layla.person().post("/home/withdraw", Map.of());
        try (var chromium = Chromium.orSkip()) {
            for (var language : List.of("en", "ar")) {
                var size = new NewContextOptions().setViewportSize(language.equals("ar") ? 390 : 1280, 900);
                try (var browser = chromium.browser().newContext(size.setLocale(language))) {
                    var session = new Cookie("kith", layla.person().cookie("kith"));
                    browser.addCookies(List.of(session.setUrl("http://localhost:" + port)));
                    var page = browser.newPage();
                    page.navigate("http://localhost:" + port + "/notes");
                    Glance.at(page, "case", language, "notes");
                }
            }
        }
    }

    private Opened someone() {
        return cases.confirmed(port, SomeApplicant.layla("note-" + UUID.randomUUID() + "@example.org"));
    }

    private Visitor opened(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(layla.address());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        return castell;
    }
}
