package org.kith.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Addresses of people: a new one needs the old one's agreement, its reader's code, and 48 hours.
@TestPropertySource(properties = "kith.test=days pass") // a server apart
class AddressDoorsTest extends ServerTest {
    @Autowired
    AdvancingClock clock;

    @Autowired
    CarryOutChanges carryOut;

    @Autowired
    Accounts accounts;

    private final String run = UUID.randomUUID().toString();
    private final String old = "old-" + run + "@example.org";
    private final String fresh = "fresh-" + run + "@example.org";

    @Test
    void an_address_counts_after_both_agreed_and_48_hours() {
        var home = Visitor.asPerson(port, old);
        addEverywhere(home);

        assertThat(ownerOf(home)).doesNotContain(fresh);
        clock.advanceBy(Duration.ofHours(47));
        carryOut.round();
        assertThat(ownerOf(home)).doesNotContain(fresh);
        clock.advanceBy(Duration.ofHours(1));
        carryOut.round();

        assertThat(ownerOf(home)).contains(old, fresh);
        assertThat(accounts.open(address(fresh), Locale.ENGLISH).person())
                .isEqualTo(accounts.open(address(old), Locale.ENGLISH).person());
    }

    @Test
    void the_code_alone_and_the_agreement_alone_lead_nowhere() {
        var onlyCode = Visitor.asPerson(port, old);
        ask(onlyCode, fresh);
        type(onlyCode, code(fresh));
        var other = Visitor.asPerson(port, "b-" + old);
        ask(other, "b-" + fresh);
        agree("b-" + old);

        for (var day = 0; day < 3; day++) {
            clock.advanceBy(Duration.ofDays(2));
            carryOut.round();
        }

        assertThat(ownerOf(onlyCode)).doesNotContain(fresh);
        assertThat(ownerOf(other)).doesNotContain("b-" + fresh);
    }

    @Test
    void any_address_of_the_persons_stops_it_and_whoever_began_it_is_out() {
        var home = Visitor.asPerson(port, old);
        addEverywhere(home);
        // The newest link of the old address is the one that stops.
        var stop = stopLink(old);

        var owner = Visitor.at(port);
        assertThat(owner.get(stop).text()).contains("A new e-mail address is to be added");
        owner.post(stop + "/stop", Map.of());
        clock.advanceBy(Duration.ofDays(2));
        carryOut.round();

        assertThat(home.get("/account").path()).startsWith("/sign-in");
        assertThat(accounts.emails(accounts.open(address(old), Locale.ENGLISH).person()))
                .containsExactly(old);
    }

    @Test
    void the_mail_that_asks_for_agreement_also_stops() {
        var home = Visitor.asPerson(port, old);
        ask(home, fresh);
        var link = Mailbox.of(port, old).linkTo("/doors/");
        var owner = Visitor.at(port);
        owner.get(link);

        assertThat(owner.post(link + "/stop", Map.of()).text()).contains("It is stopped");
        assertThat(owner.post(link + "/agree", Map.of()).status()).isEqualTo(410);
        assertThat(home.get("/account").path()).startsWith("/sign-in");
    }

    @Test
    void after_five_wrong_codes_the_right_one_is_refused_too() {
        var home = Visitor.asPerson(port, old);
        ask(home, fresh);
        var code = code(fresh);

        for (var guess = 0; guess < 5; guess++)
            assertThat(type(home, "ZZZZZ" + guess).text()).contains("This is not the right code");

        assertThat(type(home, code).text()).contains("This is not the right code");
    }

    @Test
    void a_code_is_worth_nothing_to_another_person() {
        var home = Visitor.asPerson(port, old);
        ask(home, fresh);
        var change = home.get("/account").find("action=\"(/account/changes/[0-9a-f-]{36}/code)\"");
        var thief = Visitor.asPerson(port, "thief-" + old);
        thief.get("/account");

        var tried = thief.post(change, Map.of("code", code(fresh)));
        thief.get("/account");
        thief.post(change.replace("/code", "/stop"), Map.of());

        assertThat(tried.text()).contains("This is not the right code").doesNotContain(fresh);
        assertThat(home.get("/account").text()).contains("Waits for the code");
    }

    @Test
    void whether_an_address_opens_another_account_shows_only_to_who_reads_it() {
        Visitor.asPerson(port, fresh);
        var asksForKnown = Visitor.asPerson(port, old);
        var asksForUnknown = Visitor.asPerson(port, "c-" + old);

        var known = ask(asksForKnown, fresh);
        var unknown = ask(asksForUnknown, "nobody-" + run + "@example.org");

        assertThat(bare(known, old)).isEqualTo(bare(unknown, "c-" + old));
        assertThat(type(asksForKnown, code(fresh)).text()).contains("This address opens another account");
    }

    @Test
    void the_last_address_stays_and_another_goes_after_48_hours() {
        var home = Visitor.asPerson(port, old);
        addEverywhere(home);
        clock.advanceBy(Duration.ofDays(2));
        carryOut.round();
        var removals = home.get("/account").body().split("/account/addresses/", -1);
        var first = "/account/addresses/" + removals[1].substring(0, 36) + "/remove";
        var second = "/account/addresses/" + removals[2].substring(0, 36) + "/remove";

        home.get(first);
        var begun = home.post(first, Map.of());
        home.get(second);
        var refused = home.post(second, Map.of());
        var elsewhere = Visitor.asPerson(port, "d-" + old);
        assertThat(elsewhere.get(second).status()).isEqualTo(404);
        assertThat(Mailbox.of(port, fresh).linkTo("/doors/")).isNotEmpty();
        clock.advanceBy(Duration.ofDays(2));
        carryOut.round();

        assertThat(begun.text()).contains("An e-mail address is to be removed");
        assertThat(refused.text()).contains("This address has to stay");
        assertThat(home.get("/account").path()).startsWith("/sign-in");
        assertThat(ownerOf(Visitor.asPerson(port, fresh))).contains(fresh).doesNotContain(old);
    }

    @Test
    void a_new_address_stands_nowhere_in_clear_while_it_waits() {
        ask(Visitor.asPerson(port, old), fresh);
        var hex = HexFormat.of().formatHex(fresh.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        for (var table : new String[] {"door_change", "outbox", "account_address", "vault_secret"})
            assertThat(jdbc.sql("select count(*) from " + table + " t where t::text like :text or t::text like :hex")
                            .param("text", "%" + fresh + "%")
                            .param("hex", "%" + hex + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
    }

    private void addEverywhere(Visitor home) {
        ask(home, fresh);
        assertThat(type(home, code(fresh)).text()).doesNotContain("does not fit");
        agree(old);
    }

    private static Answer ask(Visitor visitor, String email) {
        visitor.get("/account/addresses/add");
        return visitor.post("/account/addresses/add", Map.of("email", email));
    }

    private void agree(String email) {
        var link = Mailbox.of(port, email).linkTo("/doors/");
        var reader = Visitor.at(port);
        assertThat(reader.get(link).text()).contains("I agree");
        assertThat(reader.post(link + "/agree", Map.of()).text()).contains("You agreed");
    }

    private String code(String email) {
        var link = Mailbox.of(port, email).linkTo("/doors/");
        return Visitor.at(port).get(link).find("class=\"kith-code\"><bdi dir=\"ltr\">([^<]+)<");
    }

    private static Answer type(Visitor visitor, String code) {
        var change = visitor.get("/account").find("action=\"(/account/changes/[0-9a-f-]{36}/code)\"");
        return visitor.post(change, Map.of("code", code));
    }

    /// Waits for the mail that comes once both have agreed.
    private String stopLink(String email) {
        var asked = Visitor.at(port);
        for (var tries = 0; tries < 100; tries++) {
            for (var link : Mailbox.of(port, email).linksTo("/doors/"))
                if (asked.get(link).text().contains("A new e-mail address is to be added")
                        && !asked.get(link).text().contains("I agree")) return link;
        }
        throw new AssertionError("no mail came");
    }

    /// A page without what differs from person to person and from minute to minute.
    private static String bare(Answer page, String email) {
        return page.text().replace(email, "").replaceAll("[0-9]+:[0-9]+", "");
    }

    private static String ownerOf(Visitor visitor) {
        return visitor.get("/account").text();
    }

    private static EmailAddress address(String email) {
        return EmailAddress.of(email).orElseThrow();
    }
}
