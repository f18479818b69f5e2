package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.pack.Pack;
import org.kith.pack.PackReading;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeOfficers;
import org.kith.server.SomeWaiting;
import org.kith.server.Visitor;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Party;
import org.kith.server.application.Step;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What comes near the end of its time is put before a supervisor, and who waits longer than was meant is told.
class EscalationTest extends ServerTest {
    private static final String LATE = "We meant to decide by";

    @TempDir
    Path folder;

    @Autowired
    SomeCase cases;

    @Autowired
    SomeWaiting waiting;

    @Autowired
    SomeOfficers officers;

    @Autowired
    Escalate escalate;

    @Autowired
    Assignment assignment;

    @Autowired
    Applications applications;

    @Autowired
    AdvancingClock clock;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nothingIsOpen() {
        jdbc.sql("update casework set open = false").update();
    }

    @Test
    void a_week_before_its_time_is_over_a_case_stands_on_top_of_the_supervisors_page_once() {
        var young = waiting.of("en", Duration.ofDays(34), null);
        var near = waiting.of("en", Duration.ofDays(36), null);

        escalate.round();
        escalate.round();

        var page = Visitor.asOfficer(port, "supervisor").get("/desk/cases?part=escalated");
        assertThat(page.body())
                .contains(near.value().toString())
                .doesNotContain(young.value().toString());
        assertThat(page.text()).contains("6 days left");
        assertThat(entries(near)).isEqualTo(1);
        var first = Visitor.asOfficer(port, "supervisor").get("/desk/cases").text();
        assertThat(first.indexOf("Near the end of their time")).isLessThan(first.indexOf("Waiting to be taken up"));
        clock.advanceBy(Duration.ofDays(1));
        escalate.round();
        assertThat(Visitor.asOfficer(port, "supervisor")
                        .get("/desk/cases?part=escalated")
                        .body())
                .contains(young.value().toString());
    }

    @Test
    void who_waits_longer_than_was_meant_is_told_once_and_that_their_application_stands() {
        var layla = cases.confirmed(port, SomeApplicant.layla("late-" + UUID.randomUUID() + "@example.org"));
        escalate.round();
        clock.advanceBy(Duration.ofDays(42));
        escalate.round();
        assertThat(layla.person().get("/messages").text()).doesNotContain(LATE);

        clock.advanceBy(Duration.ofDays(1));
        escalate.round();
        escalate.round();
        clock.advanceBy(Duration.ofDays(30));
        escalate.round();

        var messages = layla.person().get("/messages").text();
        assertThat(messages.split(LATE, -1)).hasSize(2);
        assertThat(messages).contains("It stands as you sent it, under the rules of that day");
        assertThat(layla.person().get("/messages?lang=ar").text()).contains("أردنا أن نقرّر قبل");
    }

    @Test
    void while_its_person_is_asked_nobody_says_that_we_are_late_and_afterwards_we_say_so() {
        var id = waiting.of("en", Duration.ofDays(30), null);
        assignment.takeUp(id, officers.caseworkers(1).getFirst());
        step(id, Step.ASK_MORE, Party.CASEWORKER);
        clock.advanceBy(Duration.ofDays(14));
        for (var i = 0; i < 3; i++) escalate.round();
        assertThat(notices(id)).isZero();

        step(id, Step.GIVE_MORE, Party.APPLICANT);
        escalate.round();

        assertThat(notices(id)).isEqualTo(1);
    }

    /// A newer version promises another time to those who file from now on.
    @Test
    void a_case_keeps_the_time_that_was_meant_when_it_was_filed() throws IOException {
        var older = withAim("2 weeks");
        var promisedTwoWeeks = waiting.of("en", Duration.ofDays(9), null);
        var promisedSix = waiting.of("en", Duration.ofDays(9), null);
        jdbc.sql("update application set pack = ? where id = ?")
                .params(older.digest(), promisedTwoWeeks.value())
                .update();

        escalate.round();

        assertThat(entries(promisedTwoWeeks)).isEqualTo(1);
        assertThat(entries(promisedSix)).isZero();
        assertThat(Visitor.asOfficer(port, "caseworker")
                        .get("/desk/cases?part=waiting")
                        .text())
                .contains("9 days 5 days left", "9 days 33 days left");
    }

    @Test
    void what_is_decided_is_looked_at_no_more() {
        var id = waiting.of("en", Duration.ofDays(50), null);
        step(id, Step.WITHDRAW, Party.APPLICANT);

        escalate.round();

        assertThat(entries(id)).isZero();
    }

    private void step(ApplicationId id, Step step, Party by) {
        transaction.executeWithoutResult(_ -> applications.take(applications.lock(id), step, by));
    }

    private int notices(ApplicationId id) {
        return jdbc.sql("select count(*) from notice where kind = 'DECISION_LATE' and person = ?")
                .param(applications.find(id).orElseThrow().person().value())
                .query(Integer.class)
                .single();
    }

    private int entries(ApplicationId id) {
        return jdbc.sql("select count(*) from journal where case_id = ? and deed = 'CASE_ESCALATED'")
                .params(List.of(id.value()))
                .query(Integer.class)
                .single();
    }

    private Pack withAim(String aim) throws IOException {
        var utopia = Path.of("../programmes/utopia");
        try (var files = Files.walk(utopia)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(utopia.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var path = folder.resolve("programme.yaml");
        Files.writeString(path, Files.readString(path).replace("decision-aim: 6 weeks", "decision-aim: " + aim));
        var pack = ((PackReading.Loaded) Pack.read(folder)).pack();
        var files = new TreeMap<String, String>();
        pack.folder()
                .files()
                .forEach((name, bytes) -> files.put(name, Base64.getEncoder().encodeToString(bytes)));
        jdbc.sql("""
                insert into programme_version (digest, version, files, loaded_at) values (?, ?, ?::jsonb, now())
                on conflict do nothing
                """)
                .params(pack.digest(), pack.version(), new JsonMapper().writeValueAsString(files))
                .update();
        return pack;
    }
}
