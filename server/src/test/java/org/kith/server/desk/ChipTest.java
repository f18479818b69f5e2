package org.kith.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.desk.ChipVisit.Arrived;
import org.kith.server.identity.Chips;
import org.kith.server.identity.IdentityChecks;
import org.kith.specimen.SpecimenState;
import org.springframework.beans.factory.annotation.Autowired;

class ChipTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private ChipVisit visits;

    @Autowired
    private Chips chips;

    @Autowired
    private IdentityChecks checks;

    @Autowired
    private Applications applications;

    private SpecimenState state;

    @BeforeEach
    void trusted() {
        state = visits.eres();
        visits.trust(state);
    }

    @Test
    void a_genuine_chip_of_this_passport_is_signed_as_read_and_shows_its_portrait() throws Exception {
        var layla = arrived();

        var answer = visits.handOver(layla, visits.passport(state, layla.who()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var page = layla.marrow().post(layla.address(), compare(layla));
        assertThat(page.text())
                .contains(
                        "Signed by XE, as this server found",
                        "No copy: it answered this server’s challenge",
                        "No copy, says the reader",
                        "It says the same as the lines you typed");
        var portrait = layla.marrow().get(layla.address() + "/chip/portrait");
        assertThat(portrait.status()).isEqualTo(200);
        assertThat(portrait.headers().get("cache-control")).containsExactly("no-store");
        layla.marrow().get(layla.address());
        layla.marrow().post(layla.address(), layla.passed());
        layla.marrow().signs(layla.address());
        assertThat(checks.lastOf(layla.application()).orElseThrow().chipRead()).isTrue();
        assertThat(deeds(layla)).contains("CHIP_READ", "PHOTO_SEEN", "IDENTITY_CONFIRMED");
        assertThat(everythingKept(layla)).doesNotContain(layla.who().documentNumber());
    }

    @Test
    void only_the_page_of_a_visit_may_speak_to_the_reader() {
        var layla = arrived();

        var page = layla.marrow().get(layla.address());
        assertThat(page.text()).contains("Passport chip Not read yet");
        var today = layla.marrow().get("/desk/today");

        assertThat(page.headers().get("content-security-policy"))
                .singleElement()
                .asString()
                .contains("connect-src 'self' http://127.0.0.1:7311;")
                .contains("script-src 'self';");
        assertThat(today.headers().get("content-security-policy"))
                .singleElement()
                .asString()
                .contains("connect-src 'self';");
    }

    @Test
    void the_chip_of_another_person_is_shown_and_confirms_nobody() throws Exception {
        var layla = arrived();
        var other = new SomeApplicant(
                layla.who().email(),
                layla.who().given(),
                layla.who().family(),
                "LEILA",
                "SOMEBODY",
                layla.who().documentNumber(),
                layla.who().born());

        assertThat(visits.handOver(layla, visits.passport(state, other)).status())
                .isEqualTo(200);

        var page = layla.marrow().post(layla.address(), layla.passed());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains(
                        "The chip speaks against this passport",
                        "something else than the lines",
                        "SOMEBODY&lt;&lt;LEILA".replace("&lt;", "<"));
        assertThat(stage(layla)).isEqualTo(Stage.BOOKED);
        visits.handOver(layla, visits.passport(state, layla.who()));
        layla.marrow().post(layla.address(), layla.passed());
        layla.marrow().signs(layla.address());
        assertThat(stage(layla)).isEqualTo(Stage.IDENTITY_CONFIRMED);
    }

    @Test
    void a_copy_confirms_nobody_whatever_the_reader_says() throws Exception {
        var layla = arrived();
        var copy = visits.passport(state, layla.who()).cloned();

        visits.handOver(layla, copy);

        var page = layla.marrow().post(layla.address(), layla.passed());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("A copy: it does not have the key", "The chip speaks against this passport");
    }

    @Test
    void an_altered_chip_confirms_nobody_and_shows_no_portrait() throws Exception {
        var layla = arrived();

        visits.handOver(layla, visits.passport(state, layla.who()).altered(1, 20));

        var page = layla.marrow().post(layla.address(), layla.passed());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("changed after its state signed it");
        assertThat(layla.marrow().get(layla.address() + "/chip/portrait").status())
                .isEqualTo(404);
    }

    @Test
    void the_chip_of_an_unknown_state_is_no_reason_to_turn_anyone_away() throws Exception {
        var layla = arrived();

        visits.handOver(layla, visits.passport(visits.eres(), layla.who()));

        var page = layla.marrow().post(layla.address(), compare(layla));
        assertThat(page.text()).contains("Signed by nobody whose certificate we have");
        layla.marrow().post(layla.address(), layla.passed());
        layla.marrow().signs(layla.address());
        assertThat(stage(layla)).isEqualTo(Stage.IDENTITY_CONFIRMED);
        assertThat(checks.lastOf(layla.application()).orElseThrow().chipRead()).isFalse();
    }

    @Test
    void a_challenge_is_answered_once_and_by_the_chip_before_the_officer() throws Exception {
        var layla = arrived();
        var passport = visits.passport(state, layla.who());
        var challenge = visits.challenge(layla);

        assertThat(visits.handOver(layla, passport, challenge, "PROVEN").status())
                .isEqualTo(200);
        var again = visits.handOver(layla, passport, challenge, "PROVEN");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("Read the chip again");

        visits.challenge(layla);
        visits.handOver(layla, passport, challenge, "PROVEN");
        assertThat(layla.marrow().post(layla.address(), compare(layla)).text()).contains("A copy: it does not have");
    }

    @Test
    void another_centre_and_a_visit_that_is_over_take_nothing() throws Exception {
        var layla = arrived();
        var passport = visits.passport(state, layla.who());
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        fenn.get("/desk/today");

        assertThat(fenn.json(layla.address() + "/chip/challenge", "{}").status())
                .isEqualTo(409);
        var elsewhere = new Arrived(layla.who(), layla.application(), layla.booking(), fenn);
        assertThat(visits.handOver(elsewhere, passport, new byte[8], "PROVEN").status())
                .isEqualTo(403);
        assertThat(fenn.get(layla.address() + "/chip/portrait").status()).isEqualTo(404);
        assertThat(deeds(layla)).contains("ACCESS_REFUSED").doesNotContain("CHIP_READ");
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        assertThat(castell.json(layla.address() + "/chip/challenge", "{}").status())
                .isEqualTo(403);

        var challenge = visits.challenge(layla);
        layla.marrow().post(layla.address(), layla.passed());
        layla.marrow().signs(layla.address());
        assertThat(visits.handOver(layla, passport, challenge, "PROVEN").status())
                .isEqualTo(409);
    }

    @Test
    void nonsense_and_too_much_of_it_is_refused_in_words() throws Exception {
        var layla = arrived();

        for (var body : new String[] {"", "[]", "{\"sod\":\"%\"}", "{\"groups\":{\"99\":\"AAAA\"}}"}) {
            visits.challenge(layla);
            var answer = layla.marrow().json(layla.address() + "/chip", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("cannot be read");
        }
        var huge = layla.marrow().json(layla.address() + "/chip", "{\"sod\":\"" + "A".repeat(1_100_000) + "\"}");
        assertThat(huge.status()).isEqualTo(413);
    }

    @Test
    void the_portrait_goes_with_the_end_of_a_visit_that_confirmed_nobody() throws Exception {
        var layla = arrived();
        visits.handOver(layla, visits.passport(state, layla.who()));
        assertThat(chips.hasPortrait(layla.booking())).isTrue();

        layla.marrow().post(layla.address(), Map.of("act", "not-confirm", "reason", "NOT_SURE"));
        layla.marrow().signs(layla.address());

        assertThat(chips.hasPortrait(layla.booking())).isFalse();
        assertThat(chips.of(layla.application(), layla.booking())).isPresent();
    }

    /// Utopia asks for a second signature only where no chip was read.
    @Test
    void with_the_chip_read_one_officer_approves_and_the_portrait_goes_at_that_moment() throws Exception {
        var layla = arrived();
        visits.handOver(layla, visits.passport(state, layla.who()));
        layla.marrow().post(layla.address(), layla.passed());
        layla.marrow().signs(layla.address());
        assertThat(chips.hasPortrait(layla.booking())).isTrue();
        var address = "/desk/cases/" + layla.application().id().value();
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(address + "/take", Map.of());
        castell.get(address);
        var page = castell.post(address + "/open", Map.of("purpose", "DECISION"));
        assertThat(page.text()).contains("The passport’s chip was read", "Passport chip, read by");

        castell.decide(
                address + "/decide", Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));

        assertThat(stage(layla)).isEqualTo(Stage.APPROVED);
        assertThat(chips.hasPortrait(layla.booking())).isFalse();
    }

    @Test
    void the_portrait_goes_when_the_person_withdraws() throws Exception {
        var layla = arrived();
        visits.handOver(layla, visits.passport(state, layla.who()));
        layla.marrow().post(layla.address(), layla.passed());
        layla.marrow().signs(layla.address());

        var person = Visitor.asPerson(port, layla.who().email());
        person.get("/home/withdraw");
        person.post("/home/withdraw", Map.of());

        assertThat(stage(layla)).isEqualTo(Stage.WITHDRAWN);
        assertThat(chips.hasPortrait(layla.booking())).isFalse();
    }

    private Arrived arrived() {
        return visits.arrived(port, SomeApplicant.layla("chip" + NEXT.incrementAndGet() + "@example.org"));
    }

    private static Map<String, String> compare(Arrived visit) {
        var form = visit.passed();
        form.put("act", "compare");
        return form;
    }

    private Stage stage(Arrived visit) {
        return applications.find(visit.application().id()).orElseThrow().stage();
    }

    private List<String> deeds(Arrived visit) {
        return jdbc.sql("select deed from journal where person = ?")
                .param(visit.application().person().value())
                .query(String.class)
                .list();
    }

    private String everythingKept(Arrived visit) {
        var sealed = jdbc.sql("select sealed from chip_reading where booking = ?")
                .param(visit.booking().value())
                .query(byte[].class)
                .single();
        return new String(sealed, StandardCharsets.ISO_8859_1);
    }
}
