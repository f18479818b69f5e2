package org.kith.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Countries open one by one, for as many as can be served, and nobody who is in is put out again.
class RolloutTest extends ServerTest {
    @Autowired
    private TellWaiting tell;

    @Test
    void who_lives_in_a_closed_country_waits_and_is_told_when_it_opens() {
        var country = new SomeCountry(port, "XRU");
        country.becomes("CLOSED", "");
        var email = address();
        var layla = country.drafted(email);

        assertThat(layla.get("/apply").text()).contains("Where you live, the programme is not open yet");
        var refused = SomeCountry.send(layla);
        assertThat(refused.path()).isEqualTo("/country");
        assertThat(refused.text()).contains("Join the waiting list", "Your draft is kept until");
        var waits = layla.post("/country/join", Map.of());
        assertThat(waits.text()).contains("You are on the waiting list");
        tell.round();
        assertThat(layla.get("/messages").text()).doesNotContain("The programme is open");
        assertThat(Mailbox.of(port, email).links()).isEmpty();
        country.becomes("OPEN", "");
        tell.round();

        assertThat(Mailbox.of(port, email).link()).isEqualTo("/sign-in");
        assertThat(layla.get("/messages").text()).contains("The programme is open where you live");
        assertThat(jdbc.sql("select count(*) from waiting where country = 'XRU'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(layla.get("/apply").text()).doesNotContain("not open yet");
        assertThat(SomeCountry.send(layla).path()).isEqualTo("/apply/sent");
    }

    @Test
    void the_check_without_an_account_says_so_before_anyone_begins() {
        var country = new SomeCountry(port, "XRU");
        country.becomes("BY_INVITATION", "");
        var visitor = Visitor.at(port);
        visitor.get("/eligibility");

        visitor.post("/eligibility/residence", Map.of("residence", "XRU"));
        assertThat(visitor.get("/eligibility/result").text())
                .contains("Where you live, the programme is open by invitation");
        country.becomes("OPEN", "");
        assertThat(visitor.get("/eligibility/result").text()).doesNotContain("Where you live");
    }

    @Test
    void whoever_waits_may_leave_the_list_and_joins_it_once_however_often_they_press() {
        var country = new SomeCountry(port, "XAR");
        country.becomes("PAUSED", "");
        var layla = country.drafted(address());

        layla.get("/country");
        layla.post("/country/join", Map.of());
        layla.post("/country/join", Map.of());
        assertThat(waiting("XAR")).isEqualTo(1);
        var left = layla.post("/country/leave", Map.of());

        assertThat(left.text()).contains("Join the waiting list");
        assertThat(waiting("XAR")).isZero();
        country.becomes("OPEN", "");
        tell.round();
        assertThat(layla.get("/messages").text()).doesNotContain("The programme is open");
    }

    @Test
    void the_waiting_list_knows_a_number_and_a_country_and_no_more() {
        var columns = jdbc.sql("select column_name from information_schema.columns where table_name = 'waiting'")
                .query(String.class)
                .list();

        assertThat(columns).containsExactlyInAnyOrder("person", "country", "since");
    }

    @Test
    void what_is_filed_stays_protected_when_its_country_closes() {
        var country = new SomeCountry(port, "XLI");
        var layla = country.drafted(address());
        assertThat(SomeCountry.send(layla).path()).isEqualTo("/apply/sent");

        country.becomes("CLOSED", "");

        assertThat(layla.get("/home").text()).contains("Next: your visit to a centre");
        assertThat(layla.get("/visit").status()).isEqualTo(200);
        assertThat(layla.get("/apply/sent").text()).contains("Your application is sent");
        assertThat(SomeCountry.send(country.drafted(address())).path()).isEqualTo("/country");
        country.becomes("OPEN", "");
    }

    @Test
    void a_phase_changes_only_when_a_second_manager_agrees() {
        var country = new SomeCountry(port, "XLP");
        var brandt = Visitor.asOfficer(port, "manager", 1);
        country.propose(brandt, "PAUSED", "7");
        var proposal = SomeCountry.waiting(brandt);

        assertThat(brandt.get("/admin/rollout").body()).doesNotContain(proposal + "/agree");
        assertThat(brandt.post(proposal + "/agree", Map.of()).text()).contains("Another manager has to agree");
        assertThat(phase("XLP")).isEmpty();
        var linde = Visitor.asOfficer(port, "manager", 2);
        linde.get("/admin/rollout");
        linde.post(proposal + "/agree", Map.of());

        assertThat(phase("XLP")).containsExactly("PAUSED");
        assertThat(linde.post(proposal + "/agree", Map.of()).text()).contains("Nothing waits there any more");
        assertThat(jdbc.sql("select deed from journal where case_kind = 'COUNTRY' and person is null")
                        .query(String.class)
                        .list())
                .contains("PHASE_PROPOSED", "PHASE_CHANGED");
        country.becomes("OPEN", "");
        jdbc.sql("delete from rollout_country where country = 'XLP'").update();
    }

    @Test
    void two_changes_of_one_country_do_not_wait_beside_each_other() {
        var country = new SomeCountry(port, "XXB");
        var brandt = Visitor.asOfficer(port, "manager", 1);
        country.propose(brandt, "PAUSED", "");

        var second = country.propose(Visitor.asOfficer(port, "manager", 2), "CLOSED", "");

        assertThat(second.text()).contains("Choose a country");
        var known = new SomeCountry(port, "KEN");
        known.propose(brandt, "PAUSED", "");
        assertThat(known.propose(Visitor.asOfficer(port, "manager", 2), "CLOSED", "")
                        .text())
                .contains("waits for its second manager");
        brandt.post(SomeCountry.waiting(brandt) + "/drop", Map.of());
        assertThat(brandt.get("/admin/rollout").text()).contains("Nothing waits.");
        assertThat(phase("KEN")).isEmpty();
    }

    @Test
    void nobody_but_a_manager_sees_or_changes_the_countries() {
        for (var role : List.of("registrar", "caseworker", "supervisor", "auditor")) {
            var officer = Visitor.asOfficer(port, role);
            assertThat(officer.get("/admin/rollout").status()).as(role).isEqualTo(403);
            assertThat(officer.post("/admin/rollout/codes", Map.of("country", "XER", "count", "1"))
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_quota_of_ten_takes_ten_of_fifty_who_send_at_once() throws Exception {
        var country = new SomeCountry(port, "XLP");
        country.becomes("OPEN", "10");
        var people = new ArrayList<Visitor>();
        for (var i = 0; i < 50; i++) people.add(country.drafted(address()));
        people.forEach(person -> person.get("/apply/review"));

        var start = new CountDownLatch(1);
        var sent = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person : people) {
                sent.add(threads.submit(() -> {
                    start.await();
                    return person.post("/apply/submit", Map.of("declared", "yes"))
                            .path();
                }));
            }
            start.countDown();
        }
        var paths = new ArrayList<String>();
        for (var each : sent) paths.add(each.get());

        assertThat(paths).filteredOn("/apply/sent"::equals).hasSize(10);
        assertThat(paths).filteredOn("/country"::equals).hasSize(40);
        assertThat(jdbc.sql("select taken from rollout_day where country = 'XLP'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        assertThat(jdbc.sql("select count(*) from application where residence = 'XLP' and stage = 'SUBMITTED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        var late = people.get(paths.indexOf("/country"));
        assertThat(late.get("/country").text()).contains("places are taken").doesNotContain("Join the waiting list");
        country.becomes("OPEN", "11");
        assertThat(SomeCountry.send(late).path()).isEqualTo("/apply/sent");
        jdbc.sql("delete from rollout_country where country = 'XLP'").update();
    }

    @Test
    void the_database_itself_counts_no_further_than_the_quota() {
        var day = "insert into rollout_day (country, day, quota, taken) values ('XXX', '2001-01-01', 10, 11)";

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(day).update())
                .hasMessageContaining("taken_within_quota");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ru"})
    void the_notice_stands_in_the_persons_language(String language) {
        var country = new SomeCountry(port, "ISL");
        if (phase("ISL").isEmpty()) country.becomes("CLOSED", "");
        var layla = country.drafted(address()).reading(language);

        var page = layla.get("/country");

        assertThat(page.path()).isEqualTo("/country");
        assertThat(page.body()).contains("lang=\"" + language + "\"");
        assertThat(page.text()).doesNotContain("waiting list");
    }

    @Test
    void whoever_lives_in_an_open_country_notices_nothing() {
        var layla = SomeApplicant.layla(address()).drafted(port);

        assertThat(layla.get("/apply").body()).doesNotContain("/country\"");
        assertThat(layla.get("/country").path()).isEqualTo("/apply");
    }

    private List<String> phase(String country) {
        return jdbc.sql("select phase from rollout_country where country = ?")
                .param(country)
                .query(String.class)
                .list();
    }

    private int waiting(String country) {
        return jdbc.sql("select count(*) from waiting where country = ?")
                .param(country)
                .query(Integer.class)
                .single();
    }

    private static String address() {
        return "rollout-" + UUID.randomUUID() + "@example.org";
    }
}
