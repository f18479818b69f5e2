package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.pack.Pack;
import org.kith.pack.PackReading;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.rule.Outcome;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
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
    void a_newer_version_of_the_programme_changes_nothing_for_who_filed_before() throws IOException {
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

    private Pack olderVersion() throws IOException {
        try (var files = Files.walk(Path.of("../programmes/utopia"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(Path.of("../programmes/utopia").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        replace("programme.yaml", "version: 2026.1", "version: 2025.9");
        replace("eligibility.yaml", "line_papers in [\"all\", \"some\"]", "line_papers in [\"some\"]");
        var older = ((PackReading.Loaded) Pack.read(folder)).pack();
        var files = new TreeMap<String, String>();
        older.folder()
                .files()
                .forEach((name, bytes) -> files.put(name, Base64.getEncoder().encodeToString(bytes)));
        jdbc.sql("""
                insert into programme_version (digest, version, files, loaded_at) values (?, ?, ?::jsonb, now())
                on conflict do nothing
                """)
                .params(older.digest(), older.version(), new JsonMapper().writeValueAsString(files))
                .update();
        return older;
    }

    private void replace(String file, String old, String changed) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, changed));
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
        castell.post(
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
