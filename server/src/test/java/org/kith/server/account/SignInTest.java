package org.kith.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.kith.server.time.AdvancingClock;
import org.kith.server.vault.Lookups;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends ServerTest {
    @Autowired
    AdvancingClock clock;

    @Autowired
    Lookups lookups;

    private final String email = "person-" + UUID.randomUUID() + "@example.org";

    @Test
    void a_link_from_the_mail_and_its_button_sign_a_person_in() {
        var person = Visitor.at(port);
        ask(person);

        var opened = person.get(link());
        var entered = person.post(opened.path(), Map.of());

        assertThat(opened.text()).contains("One more step");
        assertThat(entered.path()).isEqualTo("/home");
        assertThat(isSignedIn(person)).isTrue();
    }

    @Test
    void the_next_sign_in_leads_to_the_same_person() {
        signIn(Visitor.at(port));

        signIn(Visitor.at(port));

        assertThat(jdbc.sql("select count(*) from account_address where code = ?")
                        .param(lookups.ofEmail(email))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_link_is_good_for_one_time() {
        var person = Visitor.at(port);
        ask(person);
        var link = link();
        person.get(link);
        person.post(link, Map.of());
        signOut(person);

        var again = person.get(link);

        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("This link no longer works");
        assertThat(isSignedIn(person)).isFalse();
    }

    @Test
    void a_link_is_good_for_fifteen_minutes() {
        var person = Visitor.at(port);
        ask(person);
        var link = link();
        person.get(link);

        clock.advanceBy(Duration.ofMinutes(15));
        var late = person.post(link, Map.of());

        assertThat(late.status()).isEqualTo(410);
        assertThat(isSignedIn(person)).isFalse();
    }

    @Test
    void a_mail_scanner_that_follows_links_signs_nobody_in() {
        var person = Visitor.at(port);
        var scanner = Visitor.at(port);
        ask(person);
        var link = link();

        scanner.head(link);
        scanner.get(link);
        person.head(link);
        person.get(link);

        assertThat(isSignedIn(scanner)).isFalse();
        assertThat(isSignedIn(person)).isFalse();
        person.get(link);
        assertThat(person.post(link, Map.of()).path()).isEqualTo("/home");
    }

    @Test
    void in_another_browser_a_link_shows_a_code_and_signs_nobody_in() {
        var person = Visitor.at(port);
        var telephone = Visitor.at(port);
        ask(person);

        var shown = telephone.get(link());
        telephone.get("/sign-in");
        var pressed = telephone.post(shown.path(), Map.of());

        assertThat(shown.text()).contains("Go on where you began");
        assertThat(pressed.text()).contains("Go on where you began");
        assertThat(isSignedIn(telephone)).isFalse();
    }

    @Test
    void another_browser_that_asked_for_a_link_of_its_own_is_another_browser_still() {
        var other = Visitor.at(port);
        other.get("/sign-in");
        other.post("/sign-in", Map.of("email", "other-" + UUID.randomUUID() + "@example.org"));
        ask(Visitor.at(port));

        other.get("/sign-in");
        var pressed = other.post(link(), Map.of());

        assertThat(pressed.text()).contains("Go on where you began");
        assertThat(isSignedIn(other)).isFalse();
    }

    @Test
    void the_code_from_the_other_browser_signs_in_where_it_was_asked_for() {
        var person = Visitor.at(port);
        ask(person);
        var code = codeShownBy(Visitor.at(port).get(link()));

        var entered = person.post("/sign-in/code", Map.of("code", code.toLowerCase(Locale.ROOT)));

        assertThat(entered.path()).isEqualTo("/home");
        assertThat(isSignedIn(person)).isTrue();
    }

    @Test
    void a_code_is_worth_nothing_in_a_browser_that_did_not_ask() {
        ask(Visitor.at(port));
        var code = codeShownBy(Visitor.at(port).get(link()));
        var thief = Visitor.at(port);
        thief.get("/sign-in/sent");

        var answer = thief.post("/sign-in/code", Map.of("code", code));

        assertThat(answer.status()).isEqualTo(410);
        assertThat(isSignedIn(thief)).isFalse();
    }

    @Test
    void after_five_wrong_codes_the_right_one_is_refused_too() {
        var person = Visitor.at(port);
        ask(person);
        var code = codeShownBy(Visitor.at(port).get(link()));

        for (var guess = 0; guess < 5; guess++)
            assertThat(person.post("/sign-in/code", Map.of("code", "ZZZZZ" + guess))
                            .text())
                    .contains("This code does not fit");

        assertThat(person.post("/sign-in/code", Map.of("code", code)).text()).contains("This code does not fit");
        assertThat(isSignedIn(person)).isFalse();
    }

    @Test
    void a_forged_link_opens_nothing() {
        var person = Visitor.at(port);
        ask(person);

        var forged = person.get("/sign-in/" + "A".repeat(43));

        assertThat(forged.status()).isEqualTo(410);
        person.get("/sign-in");
        assertThat(person.post("/sign-in/" + "A".repeat(43), Map.of()).status()).isEqualTo(410);
        assertThat(isSignedIn(person)).isFalse();
    }

    @Test
    void a_form_token_of_another_session_gets_the_plain_page() {
        var person = Visitor.at(port);
        ask(person);
        var thief = Visitor.at(port);
        thief.get("/sign-in");

        person.get(link());
        var answer = person.post(link(), Map.of("_csrf", thief.token()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("This page did not accept the request");
        assertThat(isSignedIn(person)).isFalse();
    }

    @Test
    void every_address_gets_the_same_answer() {
        signIn(Visitor.at(port));

        var known = ask(Visitor.at(port));
        var unknown = Visitor.at(port);
        unknown.get("/sign-in");
        var other = unknown.post("/sign-in", Map.of("email", "nobody-" + UUID.randomUUID() + "@example.org"));

        assertThat(known.status()).isEqualTo(other.status());
        assertThat(known.path()).isEqualTo(other.path());
        assertThat(known.text()).isEqualTo(other.text());
    }

    @Test
    void signing_in_gives_the_session_a_new_id() {
        var person = Visitor.at(port);
        ask(person);
        var before = person.cookie("kith");

        person.get(link());
        person.post(link(), Map.of());

        assertThat(before).isNotEmpty();
        assertThat(person.cookie("kith")).isNotEqualTo(before);
        var fixed = Visitor.at(port);
        fixed.plant("kith", before);
        assertThat(isSignedIn(fixed)).isFalse();
    }

    @Test
    void after_signing_in_a_person_comes_where_they_wanted_to_go() {
        var person = Visitor.at(port);

        var asked = person.get("/looks");
        person.post("/sign-in", Map.of("email", email, "next", asked.find("name=\"next\" value=\"([^\"]*)\"")));
        person.get(link());

        assertThat(person.post(link(), Map.of()).path()).isEqualTo("/looks");
    }

    @Test
    void nobody_is_sent_to_another_site() {
        for (var elsewhere :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/%2F/x", "javascript:x"}) {
            var page = Visitor.at(port).get("/sign-in?next=" + URLEncoder.encode(elsewhere, UTF_8));
            assertThat(page.find("name=\"next\" value=\"([^\"]*)\"")).isEqualTo("/home");
        }
    }

    @Test
    void what_is_not_an_address_is_said_so() {
        var person = Visitor.at(port);
        person.get("/sign-in");

        for (var typed : new String[] {"", "nobody", "a@b", "a b@example.org", "a@example.org\nBcc: b@example.org"})
            assertThat(person.post("/sign-in", Map.of("email", typed)).text()).contains("Write an e-mail address");
    }

    @Test
    void after_six_mails_within_an_hour_an_address_gets_no_more() {
        var person = Visitor.at(port);
        for (var times = 0; times < 7; times++) assertThat(ask(person).path()).isEqualTo("/sign-in/sent");

        assertThat(Mailbox.of(port, email).links(6)).hasSize(6);
    }

    @Test
    void signing_out_ends_it() {
        var person = Visitor.at(port);
        signIn(person);
        var before = person.cookie("kith");

        signOut(person);

        assertThat(isSignedIn(person)).isFalse();
        var thief = Visitor.at(port);
        thief.plant("kith", before);
        assertThat(isSignedIn(thief)).isFalse();
    }

    private Answer ask(Visitor visitor) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in", Map.of("email", email));
    }

    private void signIn(Visitor visitor) {
        var before = Mailbox.of(port, email).links().size();
        ask(visitor);
        var link = Mailbox.of(port, email).links(before + 1).getFirst();
        visitor.get(link);
        visitor.post(link, Map.of());
        assertThat(isSignedIn(visitor)).isTrue();
    }

    private static void signOut(Visitor visitor) {
        visitor.get("/sign-in/sent");
        visitor.post("/sign-out", Map.of());
    }

    private String link() {
        return Mailbox.of(port, email).link();
    }

    private static String codeShownBy(Answer page) {
        return page.find("class=\"kith-code\"><bdi dir=\"ltr\">([^<]+)<");
    }

    private static boolean isSignedIn(Visitor visitor) {
        return visitor.get("/home").path().equals("/home");
    }
}
