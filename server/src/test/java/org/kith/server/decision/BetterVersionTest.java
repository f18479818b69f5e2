package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Value;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.SomeVersion;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.programme.Programme;
import org.springframework.beans.factory.annotation.Autowired;

/// The programme has become kinder since somebody filed: their officer is told. It has become stricter: that is nothing
/// to them. This server runs version 2026.1; the versions they filed under are made from it.
class BetterVersionTest extends ServerTest {
    @Autowired
    private SomeCase cases;

    @Autowired
    private Applications applications;

    @Autowired
    private NewerVersion newer;

    @Autowired
    private Programme programme;

    @TempDir
    private Path folder;

    @Test
    void the_officer_is_told_which_ground_is_met_under_the_newer_version_which_clause_and_since_when() {
        var stricter = older().with(
                        "eligibility.yaml", "line_papers in [\"all\", \"some\"]", "line_papers in [\"some\"]")
                .kept(jdbc);
        var layla = filedUnder(stricter);

        var page = opened(layla);

        assertThat(page.text())
                .contains("Version 2026.1 of the programme sees this better")
                .contains("Descent: a parent or grandparent from Utopia is met there, in force since January 1, 2026")
                .contains("You can show the line with papers")
                .contains("This case keeps the version it was filed under");
        var better = newer.better(applications.find(layla.id()).orElseThrow()).orElseThrow();
        assertThat(better.grounds()).singleElement().satisfies(ground -> {
            assertThat(ground.ground()).isEqualTo("descent");
            assertThat(ground.clauses()).containsExactly("line_on_paper");
        });
    }

    @Test
    void a_ground_that_the_older_version_did_not_have_is_told_too() {
        var without = older().with(
                        "eligibility.yaml",
                        "  - id: culture\n    in-force:\n      from: 2026-01-01",
                        "  - id: culture\n    in-force:\n      from: 2090-01-01")
                .kept(jdbc);
        var layla = filedUnder(without);

        assertThat(opened(layla).text()).contains("sees this better", "Language and culture is met there");
    }

    @Test
    void a_newer_version_that_is_stricter_or_the_same_is_no_news() {
        var kinder = older().with(
                        "eligibility.yaml",
                        "line_papers in [\"all\", \"some\"]",
                        "line_papers in [\"all\", \"some\", \"none\"]")
                .kept(jdbc);

        assertThat(opened(filedUnder(kinder)).text()).doesNotContain("sees this better");
        var same = cases.confirmed(port, someone());
        assertThat(opened(same).text()).doesNotContain("sees this better");
        assertThat(newer.better(applications.find(same.id()).orElseThrow())).isEmpty();
    }

    @Test
    void an_answer_that_the_newer_version_does_not_know_counts_for_nothing() {
        var given = new Answers(Map.of(
                "speaks_utopian", new Value.Choice("always"),
                "a_question_of_old", new Value.YesNo(true),
                "was_citizen", new Value.Text("perhaps"),
                "language_proof", new Value.Choice("school")));

        assertThat(given.fitting(programme.current().questions()).values()).containsOnlyKeys("language_proof");
    }

    @Test
    void a_case_that_is_over_is_left_alone() {
        var stricter = older().with(
                        "eligibility.yaml", "line_papers in [\"all\", \"some\"]", "line_papers in [\"some\"]")
                .kept(jdbc);
        var layla = filedUnder(stricter);
        layla.person().get("/home/withdraw");
        layla.person().post("/home/withdraw", Map.of());

        assertThat(newer.better(applications.find(layla.id()).orElseThrow())).isEmpty();
    }

    private SomeVersion older() {
        return new SomeVersion("utopia", folder).with("programme.yaml", "version: 2026.1", "version: 2025.9");
    }

    private Opened filedUnder(Pack pack) {
        var layla = cases.confirmed(port, someone());
        jdbc.sql("update application set pack = ? where id = ?")
                .params(pack.digest(), layla.id().value())
                .update();
        return layla;
    }

    private Visitor.Answer opened(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(layla.address());
        return castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("better-" + UUID.randomUUID() + "@example.org");
    }
}
