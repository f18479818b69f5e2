package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeOfficers;
import org.kith.server.SomeWaiting;
import org.kith.server.Visitor;
import org.kith.server.application.ApplicationId;
import org.kith.server.decision.Abilities.Ability;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Cases are given out at random, away from whoever saw their person; nobody chooses, and none is passed over.
@TestPropertySource(properties = "kith.cases.routing=at-random")
class RoutingTest extends ServerTest {
    @Autowired
    SomeWaiting waiting;

    @Autowired
    SomeOfficers officers;

    @Autowired
    SomeCase cases;

    @Autowired
    Routing routing;

    @Autowired
    Assignment assignment;

    @Autowired
    Abilities abilities;

    @Autowired
    Casework casework;

    @Autowired
    Adjudication adjudication;

    @Autowired
    SecondSignature signature;

    @Autowired
    Decisions decisions;

    /// Whatever other tests left is in somebody's hands.
    @BeforeEach
    void nothingWaits() {
        jdbc.sql("update casework set open = false").update();
    }

    @Test
    void fifty_officers_who_ask_at_once_have_a_case_each_and_none_has_two() throws Exception {
        var all = new HashSet<>(waiting.many(60));
        var asking = new ArrayList<Callable<Optional<ApplicationId>>>();
        for (var officer : officers.caseworkers(50)) asking.add(() -> routing.next(officer));

        var given = new ArrayList<ApplicationId>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(asking)) given.add(answer.get().orElseThrow());
        }

        assertThat(given).hasSize(50).doesNotHaveDuplicates();
        assertThat(all).containsAll(given);
        assertThat(jdbc.sql("select count(*) from casework where open and officer is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    void it_is_one_of_the_oldest_and_not_always_the_same() {
        var byAge = new ArrayList<ApplicationId>();
        for (var age = 60; age > 0; age--) byAge.add(waiting.of("en", Duration.ofDays(age), null));
        var officer = officers.caseworkers(1).getFirst();

        var places = new HashSet<Integer>();
        for (var i = 0; i < 40; i++) {
            var place = byAge.indexOf(routing.next(officer).orElseThrow());
            assertThat(place).isBetween(0, Routing.AMONG - 1);
            places.add(place);
            byAge.remove(place);
        }

        assertThat(places).hasSizeGreaterThan(5);
    }

    @Test
    void nobody_is_given_a_case_that_they_or_their_centre_saw_or_that_they_gave_back() {
        var centre = UUID.randomUUID();
        var registrar = officers.one(centre, Role.REGISTRAR, Role.CASEWORKER);
        var neighbour = officers.one(centre, Role.CASEWORKER);
        var elsewhere = officers.one(UUID.randomUUID(), Role.CASEWORKER);
        var id = waiting.of("en", Duration.ofDays(1), registrar);

        assertThat(routing.next(registrar)).isEmpty();
        assertThat(routing.next(neighbour)).isEmpty();
        assertThat(routing.next(elsewhere)).contains(id);
        assignment.release(id, ReleaseReason.TOO_MUCH, elsewhere);
        assertThat(routing.next(elsewhere)).isEmpty();
        assertThat(routing.next(officers.caseworkers(1).getFirst())).contains(id);
    }

    @Test
    void an_officer_is_given_cases_in_the_languages_they_read_however_many_older_ones_wait() {
        for (var i = 0; i < 3 * Routing.AMONG; i++) waiting.of("en", Duration.ofDays(90), null);
        var id = waiting.of("ru", Duration.ofDays(1), null);
        var officer = officers.caseworkers(1).getFirst();
        abilities.set(officer.id(), new Ability(Set.of("ru"), Set.of()), officers.one(null, Role.MANAGER));

        assertThat(routing.next(officer)).contains(id);
        assertThat(routing.next(officer)).isEmpty();
    }

    @Test
    void an_officer_is_given_cases_on_the_grounds_they_are_trained_for() {
        var layla = cases.confirmed(port, SomeApplicant.layla("route-" + UUID.randomUUID() + "@example.org"));
        var two = officers.caseworkers(2);
        var manager = officers.one(null, Role.MANAGER);
        abilities.set(two.getFirst().id(), new Ability(Set.of(), Set.of("former-citizen")), manager);
        abilities.set(two.getLast().id(), new Ability(Set.of(), Set.of("descent")), manager);

        assertThat(routing.next(two.getFirst())).isEmpty();
        assertThat(soon(two.getLast())).isEqualTo(layla.id());
    }

    @Test
    void the_language_and_the_centre_of_a_case_are_those_of_the_visit() {
        var layla = cases.confirmed(port, SomeApplicant.layla("seen-" + UUID.randomUUID() + "@example.org"));

        var held = casework.of(layla.id()).orElseThrow();

        assertThat(held.language()).isEqualTo("en");
        assertThat(held.registrar()).isNotNull();
        assertThat(held.unit()).isNotNull();
    }

    @Test
    void nobody_chooses_a_case_nor_decides_one_that_was_not_given_to_them() {
        var layla = cases.confirmed(port, SomeApplicant.layla("chosen-" + UUID.randomUUID() + "@example.org"));
        var castell = Visitor.asOfficer(port, "caseworker");
        var varga = Visitor.asOfficer(port, "caseworker", 2);
        var queue = castell.get("/desk/cases");

        var chosen = castell.post(layla.address() + "/take", Map.of());
        castell.get("/desk/cases");
        var given = castell.post("/desk/cases/next", Map.of());
        varga.get(layla.address());
        varga.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        var decided = varga.decide(
                layla.address() + "/decide", Map.of("verdict", "approve", "ground", "descent", "reason", "A friend."));

        assertThat(queue.body()).doesNotContain(layla.id().value().toString());
        assertThat(chosen.text()).contains("Cases are given out at random");
        assertThat(given.path()).isEqualTo(layla.address());
        assertThat(decided.text()).contains("Another officer has this case");
    }

    @Test
    void what_two_see_differently_goes_to_a_third() {
        var layla = cases.confirmed(port, SomeApplicant.layla("third-" + UUID.randomUUID() + "@example.org"));
        var two = officers.caseworkers(2);
        assertThat(soon(two.getFirst())).isEqualTo(layla.id());
        adjudication.decide(layla.id(), new Finding.Approval("descent", "All papers agree."), two.getFirst());
        var proposed = decisions.about(Subject.of(layla.id())).getFirst().id();

        signature.differ(proposed, Verdict.REFUSE, "I see no grandmother.", officers.one(null, Role.SUPERVISOR));

        assertThat(casework.holder(layla.id())).isEmpty();
        assertThat(routing.next(two.getFirst())).isEmpty();
        assertThat(soon(two.getLast())).isEqualTo(layla.id());
    }

    /// What looks for duplicates holds a case for a moment, who just came and just changed hands.
    private ApplicationId soon(Officer officer) {
        var patience = Instant.now().plusSeconds(10);
        while (true) {
            var given = routing.next(officer);
            if (given.isPresent()) return given.get();
            assertThat(Instant.now()).as("something waits for them").isBefore(patience);
            Thread.onSpinWait();
        }
    }

    @Test
    void where_nothing_waits_for_them_an_officer_is_told() {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");

        assertThat(castell.post("/desk/cases/next", Map.of()).text()).contains("Nothing waits that you may take");
    }

    @Test
    void a_manager_says_what_an_officer_is_able_to_decide() {
        var officer = officers.caseworkers(1).getFirst();
        var brandt = Visitor.asOfficer(port, "manager");
        var address = "/admin/staff/" + officer.id() + "/abilities";
        assertThat(brandt.get("/admin/staff").body()).contains(address);
        brandt.get(address);

        brandt.postEncoded(address, "languages=ar&languages=ru&languages=xx&grounds=descent&grounds=no-such");

        assertThat(abilities.of(officer.id())).isEqualTo(new Ability(Set.of("ar", "ru"), Set.of("descent")));
        var castell = Visitor.asOfficer(port, "caseworker");
        assertThat(castell.get(address).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from journal where case_id = ? and deed = 'ABILITY_SET'")
                        .params(List.of(officer.id().value()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
