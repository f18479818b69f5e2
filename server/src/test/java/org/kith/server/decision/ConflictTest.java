package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.SomeOfficers;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever has an interest in a person has no part in anything that concerns them.
class ConflictTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    SomeOfficers officers;

    @Autowired
    Officers register;

    @Autowired
    Applications applications;

    @Autowired
    Casework casework;

    @Autowired
    Conflicts conflicts;

    @Autowired
    Assignment assignment;

    @Autowired
    Adjudication adjudication;

    @Autowired
    SecondSignature signature;

    @Autowired
    Decisions decisions;

    @Test
    void a_relative_gives_the_case_back_by_saying_so_and_sees_no_page_of_it_any_more() {
        var layla = confirmed();
        var castell = working(layla);

        castell.post(layla.address() + "/conflict", Map.of("kind", "RELATIVE"));

        assertThat(casework.holder(layla.id())).isEmpty();
        for (var page : new String[] {"", "/photo", "/papers/" + UUID.randomUUID() + "/1"}) {
            var answer = castell.get(layla.address() + page);
            assertThat(answer.text()).contains("You have an interest here").doesNotContain("MIRAN");
        }
        assertThat(castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"))
                        .text())
                .contains("You have an interest here");
        assertThat(castell.post(layla.address() + "/take", Map.of()).text()).contains("You have an interest here");
        assertThat(castell.post(layla.address() + "/decide", approval()).text()).contains("You have an interest here");
        assertThat(entries(layla, "CONFLICT_DECLARED")).isEqualTo(1);
        assertThat(entries(layla, "ACCESS_REFUSED")).isGreaterThanOrEqualTo(6);
    }

    @Test
    void another_officer_goes_on_with_it() {
        var layla = confirmed();
        working(layla).post(layla.address() + "/conflict", Map.of("kind", "ACQUAINTANCE"));

        var varga = Visitor.asOfficer(port, "caseworker", 2);
        varga.get("/desk/cases");
        varga.post(layla.address() + "/take", Map.of());
        varga.get(layla.address());
        varga.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        varga.decide(layla.address() + "/decide", approval());

        assertThat(decisions.about(Subject.of(layla.id()))).hasSize(1);
    }

    @Test
    void whatever_page_they_come_by_they_decide_nothing_take_nothing_and_sign_nothing() {
        var layla = confirmed();
        var relative = officers.caseworkers(1).getFirst();
        var uncle = officers.one(null, Role.SUPERVISOR);
        var mother = officers.one(null, Role.SUPERVISOR, Role.CASEWORKER);
        conflicts.declare(layla.id(), relative.id(), Conflicts.Kind.RELATIVE, relative);
        conflicts.declare(layla.id(), uncle.id(), Conflicts.Kind.RELATIVE, uncle);
        var other = officers.caseworkers(1).getFirst();

        assertThat(assignment.takeUp(layla.id(), relative)).isInstanceOf(AssignmentResult.Barred.class);
        assignment.takeUp(layla.id(), other);
        assertThat(assignment.give(layla.id(), relative.id(), GivenReason.URGENT, mother))
                .isInstanceOf(AssignmentResult.Barred.class);
        assertThat(adjudication.decide(layla.id(), finding(), relative))
                .isInstanceOf(DecisionResult.SecondOfficerNeeded.class);
        adjudication.decide(layla.id(), finding(), other);
        var proposed = decisions.about(Subject.of(layla.id())).getFirst().id();
        assertThat(signature.sign(proposed, uncle)).isInstanceOf(SigningResult.SecondOfficerNeeded.class);
        assertThat(signature.giveBack(proposed, "Mine.", uncle)).isInstanceOf(SigningResult.SecondOfficerNeeded.class);
    }

    @Test
    void what_a_relative_proposed_before_saying_so_is_not_signed() {
        var layla = confirmed();
        var relative = officers.caseworkers(1).getFirst();
        var supervisor = officers.one(null, Role.SUPERVISOR);
        assignment.takeUp(layla.id(), relative);
        adjudication.decide(layla.id(), finding(), relative);
        conflicts.declare(layla.id(), relative.id(), Conflicts.Kind.RELATIVE, relative);
        var proposed = decisions.about(Subject.of(layla.id())).getFirst().id();

        var signed = signature.sign(proposed, supervisor);
        var returned = signature.giveBack(proposed, "Somebody else decides.", supervisor);

        assertThat(signed).isEqualTo(new SigningResult.NotReady(Set.of(Requirement.PROPOSED_WITHOUT_INTEREST)));
        assertThat(returned).isInstanceOf(SigningResult.GivenBack.class);
        assertThat(casework.holder(layla.id())).isEmpty();
    }

    @Test
    void a_supervisor_writes_it_down_for_an_officer_and_an_officer_for_nobody_but_themselves() {
        var layla = confirmed();
        var castell = working(layla);
        var varga = officer("S. Varga");

        castell.post(layla.address() + "/conflict", Map.of("kind", "RELATIVE", "officer", varga.toString()));
        assertThat(conflicts.stands(person(layla), varga)).isFalse();
        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get(layla.address());
        oriel.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        oriel.post(layla.address() + "/conflict", Map.of("kind", "INTEREST", "officer", varga.toString()));

        assertThat(conflicts.stands(person(layla), varga)).isTrue();
        assertThat(Visitor.asOfficer(port, "caseworker", 2).get(layla.address()).text())
                .contains("You have an interest here");
    }

    @Test
    void neither_a_stop_nor_a_visit_lets_them_in() {
        var layla = confirmed();
        var castell = working(layla);
        castell.post(layla.address() + "/conflict", Map.of("kind", "RELATIVE"));
        var marrow = officer("J. Marrow");
        conflicts.declare(layla.id(), marrow, Conflicts.Kind.RELATIVE, officers.one(null, Role.SUPERVISOR));
        var visit = jdbc.sql("select id from booking where application = ?")
                .param(layla.id().value())
                .query(UUID.class)
                .single();

        var stop = castell.get("/desk/stops/application/" + layla.id().value());
        var seen = Visitor.asOfficer(port, "registrar").get("/desk/visits/" + visit);

        assertThat(stop.text()).contains("You have an interest here");
        assertThat(seen.text()).contains("You have an interest here").doesNotContain("MIRAN");
    }

    @Test
    void whoever_hears_appeals_says_so_too() {
        var steps = new CaseSteps(port, cases, jdbc);
        var layla = steps.appealed(false);
        var hallam = steps.opened("appeals", 1, layla);
        hallam.get(layla.address());

        hallam.post(layla.address() + "/conflict", Map.of("kind", "RELATIVE"));

        assertThat(hallam.get(layla.address()).text()).contains("You have an interest here");
        steps.decideAppeal(2, layla.address(), "OVERTURN");
        assertThat(applications.find(layla.id()).orElseThrow().stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void nobody_declares_one_without_saying_of_what_kind() {
        var layla = confirmed();
        var castell = working(layla);

        assertThat(castell.post(layla.address() + "/conflict", Map.of()).text()).contains("Say what it is");
        assertThat(casework.holder(layla.id())).isPresent();
    }

    /// The officer who confirmed the identity, and everyone at that centre.
    @Test
    void who_saw_the_person_or_works_where_that_was_takes_up_nothing() {
        var layla = confirmed();
        var held = casework.of(layla.id()).orElseThrow();
        var registrar =
                register.active(Objects.requireNonNull(held.registrar())).orElseThrow();
        var both = new Officer(registrar.id(), registrar.number(), registrar.name(), Set.of(Role.CASEWORKER), null);
        var neighbour = officers.one(Objects.requireNonNull(held.unit()).value(), Role.CASEWORKER);

        assertThat(assignment.takeUp(layla.id(), both)).isInstanceOf(AssignmentResult.Barred.class);
        assertThat(assignment.takeUp(layla.id(), neighbour)).isInstanceOf(AssignmentResult.Barred.class);
    }

    private Opened confirmed() {
        return cases.confirmed(port, SomeApplicant.layla("conflict-" + UUID.randomUUID() + "@example.org"));
    }

    private Visitor working(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        castell.get(layla.address());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        castell.get(layla.address());
        return castell;
    }

    private static Map<String, String> approval() {
        return Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree.");
    }

    private static Finding finding() {
        return new Finding.Approval("descent", "All papers agree.");
    }

    private PersonId person(Opened layla) {
        return applications.find(layla.id()).orElseThrow().person();
    }

    private OfficerId officer(String name) {
        return register.all().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private int entries(Opened layla, String deed) {
        return jdbc.sql("select count(*) from journal where case_id = ? and deed = ?")
                .params(List.of(layla.id().value(), deed))
                .query(Integer.class)
                .single();
    }
}
