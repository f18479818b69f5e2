package org.kith.server.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.pack.Pack;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.rule.Outcome;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.SomeVersion;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.programme.Programme;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Lessons row 37: who filed under a version of the programme is judged by it, whatever came later, and whoever judges
/// again finds the same.
class RejudgingTest extends ServerTest {
    @Autowired
    private SomeCase cases;

    @Autowired
    private Applications applications;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Rejudging rejudging;

    @Autowired
    private Adjudication adjudication;

    @Autowired
    private Programme programme;

    @Autowired
    private Vault vault;

    @TempDir
    private Path folder;

    @Test
    void a_decision_made_again_from_the_stored_answers_and_version_gives_the_same_trace() {
        var layla = announced(cases.confirmed(port, someone()));

        var again = rejudging.again(decision(layla));

        assertThat(again).isInstanceOf(Rejudged.Same.class);
        assertThat(rejudging.all(_ -> {}).differs())
                .doesNotContain(decision(layla).number());
    }

    /// People of all three programmes, who answered whatever can be answered, or left it out, or did not know.
    @Test
    void all_decisions_of_a_seeded_world_come_out_byte_for_byte_as_they_were() {
        var world = new SomeWorld(jdbc, vault, adjudication, decisions, applications);
        var made = new ArrayList<Decision>();
        for (var pack : List.of("utopia", "arcadia", "ruritania")) {
            made.addAll(world.of(SomeVersion.kept(Path.of("../programmes", pack), jdbc), 60, 2026));
        }

        assertThat(made).hasSize(180).allSatisfy(decision -> {
            var trace = ((Rejudged.Same) rejudging.again(decision)).trace();
            assertThat(trace.canonical().getBytes(UTF_8))
                    .isEqualTo(decisions.words(decision).orElseThrow().trace().getBytes(UTF_8));
        });
        assertThat(made.stream()
                        .map(decision -> decisions.words(decision).orElseThrow().trace())
                        .distinct())
                .as("that they are not all alike")
                .hasSizeGreaterThan(30);
        var report = rejudging.all(_ -> {});
        assertThat(report.differs()).isEmpty();
        assertThat(report.same()).isGreaterThanOrEqualTo(180);
    }

    @Test
    void the_decision_shows_the_person_what_the_caseworker_saw() {
        var layla = announced(cases.confirmed(port, someone()));

        var message = layla.person().get("/messages/" + decision(layla).id().value());

        assertThat(message.text())
                .contains("How the rules see your answers", "under the rules of that day")
                .contains("Descent: a parent or grandparent from Utopia", "Language and culture");
    }

    /// This server runs a newer version than the one that they filed under, with another rule.
    @Test
    void a_newer_version_of_the_programme_changes_nothing_for_who_filed_before() {
        var older = olderVersion();
        var layla = cases.confirmed(port, someone());
        jdbc.sql("update application set pack = ? where id = ?")
                .params(older.digest(), layla.id().value())
                .update();

        announced(layla);

        var application = applications.find(layla.id()).orElseThrow();
        assertThat(descent(adjudication.trace(application))).isEqualTo(Outcome.NOT_MET);
        assertThat(decision(layla).pack())
                .isEqualTo(older.digest())
                .isNotEqualTo(programme.current().digest());
        assertThat(rejudging.again(decision(layla))).isInstanceOf(Rejudged.Same.class);
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(layla.address());
        assertThat(castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"))
                        .text())
                .contains("programme version 2025.9");
        assertThat(layla.person()
                        .get("/messages/" + decision(layla).id().value())
                        .text())
                .contains("How the rules see your answers");
        var next = cases.confirmed(port, someone());
        assertThat(descent(adjudication.trace(applications.find(next.id()).orElseThrow())))
                .isEqualTo(Outcome.MET);
    }

    @Test
    void an_answer_that_was_changed_behind_the_rules_back_shows() {
        var layla = announced(cases.confirmed(port, someone()));
        var person = applications.find(layla.id()).orElseThrow().person();

        change(layla, person, "line_papers", "none");

        assertThat(rejudging.again(decision(layla))).isInstanceOf(Rejudged.Differs.class);
        assertThat(rejudging.all(_ -> {}).differs()).contains(decision(layla).number());
        assertThat(layla.person()
                        .get("/messages/" + decision(layla).id().value())
                        .text())
                .doesNotContain("How the rules see your answers");
        change(layla, person, "line_papers", "all");
        assertThat(rejudging.again(decision(layla))).isInstanceOf(Rejudged.Same.class);
    }

    @Test
    void answers_that_are_kept_no_longer_are_said_to_be_gone() {
        var layla = announced(cases.confirmed(port, someone()));
        jdbc.sql("delete from answer where application = ?")
                .param(layla.id().value())
                .update();

        assertThat(rejudging.again(decision(layla))).isInstanceOf(Rejudged.NotToBeJudged.class);
        assertThat(layla.person()
                        .get("/messages/" + decision(layla).id().value())
                        .status())
                .isEqualTo(200);
    }

    private Pack olderVersion() {
        return new SomeVersion("utopia", folder)
                .with("programme.yaml", "version: 2026.1", "version: 2025.9")
                .with("eligibility.yaml", "line_papers in [\"all\", \"some\"]", "line_papers in [\"some\"]")
                .kept(jdbc);
    }

    private void change(Opened layla, PersonId person, String question, String code) {
        var plain = new JsonMapper().writeValueAsBytes(new org.kith.pack.question.Value.Choice(code).neutral());
        jdbc.sql("update answer set sealed = ? where application = ? and question = ?")
                .params(
                        vault.seal(
                                person,
                                new Context("answer." + question, layla.id().value()),
                                plain),
                        layla.id().value(),
                        question)
                .update();
    }

    private Opened announced(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        castell.get(layla.address());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        castell.decide(
                layla.address() + "/decide",
                Map.of(
                        "verdict", "refuse",
                        "ground", "descent",
                        "reason", "The register names another family.",
                        "cure", "A record that names your grandmother."));
        return layla;
    }

    private Decision decision(Opened layla) {
        return decisions.about(Subject.of(layla.id())).getFirst();
    }

    private static Outcome descent(Trace trace) {
        return trace.ground("descent").orElseThrow().result();
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("again-" + UUID.randomUUID() + "@example.org");
    }
}
