package org.kith.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.SoftKey;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.kith.server.site.BaseUrl;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Somebody who lost their doors comes to a counter; and somebody else tries to come in their place.
@TestPropertySource(properties = "kith.test=days pass") // a server apart
class RecoveryTest extends ServerTest {
    @Autowired
    AdvancingClock clock;

    @Autowired
    CarryOutChanges carryOut;

    @Autowired
    Accounts accounts;

    @Autowired
    SomeCase cases;

    @Autowired
    BaseUrl base;

    private final String run = UUID.randomUUID().toString();
    private final String old = "lost-" + run + "@example.org";
    private final String fresh = "found-" + run + "@example.org";
    private final SomeApplicant who = SomeApplicant.nadezhda(old);

    @Test
    void two_registrars_a_code_and_48_hours_let_somebody_in_again() throws Exception {
        var lost = cases.confirmed(port, who);
        var key = new SoftKey("localhost", base.origin());
        addPasskey(lost.person(), key);
        var person = accounts.open(address(old), Locale.ENGLISH).person();
        var marrow = Visitor.asOfficer(port, "registrar");

        var proposal = look(marrow, lost.reference());
        var recovery = propose(marrow, lost.reference());
        var coded = type(marrow, recovery);
        var alone = agree(marrow, recovery, lost.reference());
        var pell = colleague();
        var agreed = agree(pell, recovery, lost.reference());

        assertThat(proposal.text()).contains("Надежда");
        assertThat(proposal.body()).contains("data:image/jpeg;base64,");
        assertThat(coded.text()).contains("The code was right.");
        assertThat(alone.text()).contains("Who proposed it cannot agree");
        assertThat(agreed.text()).contains("Happens on");
        clock.advanceBy(Duration.ofHours(47));
        carryOut.round();
        assertThat(accounts.emails(person)).containsExactly(old);
        clock.advanceBy(Duration.ofHours(1));
        carryOut.round();
        assertThat(accounts.emails(person)).containsExactly(fresh);
        assertThat(lost.person().get("/home").path()).startsWith("/sign-in");
        assertThat(jdbc.sql("select count(*) from person_passkey where person = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select deed from journal where person = ? and deed like 'RECOVER%' order by at")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly("RECOVERY_PROPOSED", "RECOVERY_AGREED", "RECOVERY_AGREED", "RECOVERED");
        assertThat(Visitor.asPerson(port, fresh).get("/looks").text()).contains("Because you asked for it");
    }

    @Test
    void the_holder_stops_it_from_any_address() {
        var lost = cases.confirmed(port, who);
        var marrow = Visitor.asOfficer(port, "registrar");
        look(marrow, lost.reference());
        var recovery = propose(marrow, lost.reference());
        type(marrow, recovery);
        agree(colleague(), recovery, lost.reference());
        var stop = Mailbox.of(port, old).linkTo("/doors/");

        var holder = Visitor.at(port);
        assertThat(holder.get(stop).text()).contains("A centre was asked to let you in again");
        assertThat(holder.post(stop + "/stop", Map.of()).text()).contains("It is stopped");
        clock.advanceBy(Duration.ofDays(3));
        carryOut.round();

        assertThat(accounts.open(address(old), Locale.ENGLISH).firstTime()).isFalse();
        assertThat(accounts.open(address(fresh), Locale.ENGLISH).firstTime()).isTrue();
        assertThat(marrow.get(recovery).status()).isEqualTo(409);
    }

    @Test
    void every_address_of_the_account_is_told_and_the_second_stops_it_as_well() {
        var lost = cases.confirmed(port, who);
        var second = "second-" + run + "@example.org";
        addAddress(lost.person(), second);
        clock.advanceBy(Duration.ofDays(2));
        carryOut.round();
        var toOld = Mailbox.of(port, old).linksTo("/doors/");
        var toSecond = Mailbox.of(port, second).linksTo("/doors/");
        var marrow = Visitor.asOfficer(port, "registrar");
        look(marrow, lost.reference());
        var recovery = propose(marrow, lost.reference());

        var stop = Mailbox.of(port, second).linkTo("/doors/", toSecond);
        var reader = Visitor.at(port);
        assertThat(reader.get(stop).text()).contains("A centre was asked to let you in again");
        assertThat(Mailbox.of(port, old).linkTo("/doors/", toOld)).isEqualTo(stop);
        reader.post(stop + "/stop", Map.of());

        assertThat(marrow.get(recovery).status()).isEqualTo(409);
    }

    @Test
    void what_a_thief_had_begun_ends_with_the_recovery() {
        var lost = cases.confirmed(port, who);
        var person = accounts.open(address(old), Locale.ENGLISH).person();
        var marrow = Visitor.asOfficer(port, "registrar");
        look(marrow, lost.reference());
        var recovery = propose(marrow, lost.reference());
        type(marrow, recovery);
        agree(colleague(), recovery, lost.reference());
        clock.advanceBy(Duration.ofHours(40));
        addAddress(lost.person(), "thief-" + run + "@example.org");
        clock.advanceBy(Duration.ofHours(8));
        carryOut.round();

        clock.advanceBy(Duration.ofDays(3));
        carryOut.round();

        assertThat(accounts.emails(person)).containsExactly(fresh);
    }

    /// With both agreements: whoever it is reads the old mail too. In 48 hours it counts.
    private void addAddress(Visitor person, String email) {
        person.get("/account/addresses/add");
        person.post("/account/addresses/add", Map.of("email", email));
        var code = Visitor.at(port)
                .get(Mailbox.of(port, email).linkTo("/doors/"))
                .find("class=\"kith-code\"><bdi dir=\"ltr\">([^<]+)<");
        var change = person.get("/account").find("action=\"(/account/changes/[0-9a-f-]{36}/code)\"");
        person.post(change, Map.of("code", code));
        var reader = Visitor.at(port);
        for (var tries = 0; tries < 100; tries++)
            for (var link : Mailbox.of(port, old).linksTo("/doors/"))
                if (reader.get(link).text().contains("I agree")) {
                    reader.post(link + "/agree", Map.of());
                    return;
                }
        throw new AssertionError("no mail came");
    }

    @Test
    void one_registrar_alone_and_a_second_without_the_code_lead_nowhere() {
        var lost = cases.confirmed(port, who);
        var marrow = Visitor.asOfficer(port, "registrar");
        look(marrow, lost.reference());
        var recovery = propose(marrow, lost.reference());
        agree(colleague(), recovery, lost.reference());

        clock.advanceBy(Duration.ofDays(3));
        carryOut.round();

        assertThat(accounts.open(address(fresh), Locale.ENGLISH).firstTime()).isTrue();
    }

    @Test
    void another_passport_shows_nothing_and_is_written_down() {
        var lost = cases.confirmed(port, who);
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/recovery");

        var other = marrow.post(
                "/desk/recovery",
                Map.of(
                        "reference",
                        lost.reference(),
                        "lines",
                        SomeApplicant.suharto("x@example.org").lines()));
        var unknown = marrow.post("/desk/recovery", Map.of("reference", "UTO 0000 0000", "lines", who.lines()));

        assertThat(other.text()).contains("Nothing is shown").doesNotContain("Надежда");
        assertThat(unknown.text()).contains("Nothing is shown");
        assertThat(jdbc.sql("select count(*) from journal where deed = 'ACCESS_REFUSED' and person = ?")
                        .param(accounts.open(address(old), Locale.ENGLISH)
                                .person()
                                .value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void another_centre_sees_nothing_of_it_and_only_registrars_come_in() {
        var lost = cases.confirmed(port, who);
        var marrow = Visitor.asOfficer(port, "registrar");
        look(marrow, lost.reference());
        var recovery = propose(marrow, lost.reference());
        var fenn = Visitor.asOfficer(port, "registrar", 2);

        assertThat(fenn.get(recovery).status()).isEqualTo(409);
        assertThat(agree(fenn, recovery, lost.reference()).status()).isEqualTo(409);
        assertThat(Visitor.asOfficer(port, "caseworker").get("/desk/recovery").status())
                .isEqualTo(403);
        assertThat(Visitor.at(port).get("/desk/recovery").path()).startsWith("/staff/sign-in");
    }

    private Answer look(Visitor marrow, String reference) {
        marrow.get("/desk/recovery");
        return marrow.post("/desk/recovery", Map.of("reference", reference, "lines", who.lines()));
    }

    private String propose(Visitor marrow, String reference) {
        var answer = marrow.post(
                "/desk/recovery/propose",
                Map.of("reference", reference, "lines", who.lines(), "face", "yes", "email", fresh));
        assertThat(answer.path()).startsWith("/desk/recovery/");
        return answer.path();
    }

    private Answer type(Visitor marrow, String recovery) {
        var link = Mailbox.of(port, fresh).linkTo("/doors/");
        var code = Visitor.at(port).get(link).find("class=\"kith-code\"><bdi dir=\"ltr\">([^<]+)<");
        marrow.get(recovery);
        return marrow.post(recovery + "/code", Map.of("code", code));
    }

    private Answer agree(Visitor registrar, String recovery, String reference) {
        registrar.get("/desk/recovery");
        return registrar.post(recovery + "/agree", Map.of("reference", reference, "lines", who.lines()));
    }

    /// Another registrar of the first one's centre.
    private Visitor colleague() {
        return Visitor.asOfficer(port, "registrar", 3);
    }

    private void addPasskey(Visitor person, SoftKey key) throws Exception {
        var challenge = person.get("/account/passkeys/add").find("&#34;challenge&#34;:&#34;([^&]+)&#34;");
        person.post("/account/passkeys/add", Map.of("name", "one", "credential", key.make(challenge)));
    }

    private static EmailAddress address(String email) {
        return EmailAddress.of(email).orElseThrow();
    }
}
