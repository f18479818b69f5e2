package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeOfficers;
import org.kith.server.SomeWaiting;
import org.kith.server.Visitor;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.decision.AssignmentResult.Done;
import org.kith.server.staff.Officer;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A case is in one pair of hands at most.
class ClaimTest extends ServerTest {
    private static final int OFFICERS = 50;

    @Autowired
    SomeWaiting waiting;

    @Autowired
    SomeOfficers officers;

    @Autowired
    Assignment assignment;

    @Autowired
    Casework casework;

    @Autowired
    Applications applications;

    @Autowired
    AdvancingClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void of_fifty_officers_who_take_up_one_case_at_once_one_has_it_and_the_others_are_told() throws Exception {
        var id = waiting.one();

        var results = allAtOnce(officers.caseworkers(OFFICERS), officer -> assignment.takeUp(id, officer));

        assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(AssignmentResult.NotWaiting.class::isInstance)
                .hasSize(OFFICERS - 1);
        assertThat(casework.holder(id)).isPresent();
        assertThat(stage(id)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(entries(id, "CASE_ASSIGNED")).isEqualTo(1);
    }

    @Test
    void whoever_comes_second_reads_that_another_was_quicker() {
        var id = waiting.one();
        var castell = Visitor.asOfficer(port, "caseworker");
        var varga = Visitor.asOfficer(port, "caseworker", 2);
        castell.get("/desk/cases");
        varga.get("/desk/cases");

        castell.post("/desk/cases/" + id.value() + "/take", Map.of());
        var late = varga.post("/desk/cases/" + id.value() + "/take", Map.of());

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Another officer has just taken it up");
    }

    @Test
    void a_case_that_its_person_withdrew_is_taken_up_by_nobody() {
        var id = waiting.one();
        transaction.executeWithoutResult(_ -> applications.take(applications.lock(id), Step.WITHDRAW, Party.APPLICANT));

        assertThat(assignment.takeUp(id, officers.caseworkers(1).getFirst()))
                .isInstanceOf(AssignmentResult.NotWaiting.class);
    }

    @Test
    void a_case_that_is_given_back_waits_again_and_another_takes_it_up() {
        var id = waiting.one();
        var two = officers.caseworkers(2);
        assignment.takeUp(id, two.getFirst());

        var byAnother = assignment.release(id, ReleaseReason.LANGUAGE, two.getLast());
        var byItsOfficer = assignment.release(id, ReleaseReason.LANGUAGE, two.getFirst());
        var again = assignment.takeUp(id, two.getLast());

        assertThat(byAnother).isInstanceOf(AssignmentResult.HeldByAnother.class);
        assertThat(byItsOfficer).isInstanceOf(Done.class);
        assertThat(again).isInstanceOf(Done.class);
        assertThat(casework.holder(id)).contains(two.getLast().id());
        assertThat(entries(id, "CASE_RELEASED")).isEqualTo(1);
    }

    @Test
    void nobody_gives_a_case_back_without_saying_why() {
        var id = waiting.one();
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post("/desk/cases/" + id.value() + "/take", Map.of());

        var answer = castell.post("/desk/cases/" + id.value() + "/release", Map.of());

        assertThat(answer.text()).contains("Say why you give it back");
        assertThat(casework.holder(id)).isPresent();
    }

    @Test
    void a_case_is_taken_over_only_from_somebody_who_is_away() {
        var id = waiting.one();
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post("/desk/cases/" + id.value() + "/take", Map.of());
        var varga = Visitor.asOfficer(port, "caseworker", 2);
        varga.get("/desk/cases");

        var tooEarly = varga.post("/desk/cases/" + id.value() + "/take-over", Map.of());
        castell.get("/desk/absence");
        castell.post("/desk/absence", Map.of("until", today().plusDays(3).toString()));
        var lying = varga.get("/desk/cases?part=left");
        varga.post("/desk/cases/" + id.value() + "/take-over", Map.of());

        assertThat(tooEarly.text()).contains("Another officer has this case");
        assertThat(lying.body()).contains("/desk/cases/" + id.value() + "/take-over");
        assertThat(entries(id, "CASE_TAKEN_OVER")).isEqualTo(1);
        castell.post("/desk/absence/end", Map.of());
        assertThat(varga.get("/desk/cases?part=mine").body())
                .contains(id.value().toString());
    }

    @Test
    void a_case_that_nobody_touched_for_two_weeks_is_taken_over_and_one_that_waits_for_its_person_is_not() {
        var lying = waiting.one();
        var asked = waiting.one();
        var two = officers.caseworkers(2);
        assignment.takeUp(lying, two.getFirst());
        assignment.takeUp(asked, two.getFirst());
        transaction.executeWithoutResult(
                _ -> applications.take(applications.lock(asked), Step.ASK_MORE, Party.CASEWORKER));

        assertThat(assignment.takeOver(lying, two.getLast())).isInstanceOf(AssignmentResult.HeldByAnother.class);
        clock.advanceBy(Duration.ofDays(15));

        assertThat(assignment.takeOver(lying, two.getLast())).isInstanceOf(Done.class);
        assertThat(assignment.takeOver(asked, two.getLast())).isInstanceOf(AssignmentResult.HeldByAnother.class);
    }

    @Test
    void a_supervisor_gives_a_case_to_an_officer_and_says_why() {
        var id = waiting.one();
        var to = officers.caseworkers(1).getFirst();
        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get("/desk/cases/" + id.value());
        oriel.post("/desk/cases/" + id.value() + "/open", Map.of("purpose", "DECISION"));

        var without = oriel.post(
                "/desk/cases/" + id.value() + "/give", Map.of("officer", to.id().toString()));
        oriel.post(
                "/desk/cases/" + id.value() + "/give", Map.of("officer", to.id().toString(), "why", "URGENT"));

        assertThat(without.text()).contains("Say to whom, and why");
        assertThat(casework.holder(id)).contains(to.id());
        assertThat(entries(id, "CASE_GIVEN")).isEqualTo(1);
    }

    @Test
    void nobody_says_of_another_that_they_are_away_but_a_supervisor() {
        var varga = officers.caseworkers(1).getFirst();
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/absence");
        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get("/desk/absence");

        var refused = castell.post("/desk/absence", Map.of("officer", varga.id().toString()));
        var wrong = oriel.post("/desk/absence", Map.of("until", "2001-01-01"));
        oriel.post("/desk/absence", Map.of("officer", varga.id().toString()));

        assertThat(refused.text()).contains("This is for them or a supervisor to say");
        assertThat(wrong.text()).contains("Choose today or a later day");
        assertThat(oriel.get("/desk/absence").text()).contains(varga.name() + " : until they are back");
    }

    private List<AssignmentResult> allAtOnce(List<Officer> all, Deed deed) throws Exception {
        var start = new CyclicBarrier(all.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var deeds = new ArrayList<Callable<AssignmentResult>>();
            for (var officer : all) {
                deeds.add(() -> {
                    start.await();
                    return deed.by(officer);
                });
            }
            var results = new ArrayList<AssignmentResult>();
            for (var future : threads.invokeAll(deeds)) results.add(future.get());
            return results;
        }
    }

    private interface Deed {
        AssignmentResult by(Officer officer);
    }

    private Stage stage(ApplicationId id) {
        return applications.find(id).orElseThrow().stage();
    }

    private int entries(ApplicationId id, String deed) {
        return jdbc.sql("select count(*) from journal where case_id = ? and deed = ?")
                .params(List.of(id.value(), deed))
                .query(Integer.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
