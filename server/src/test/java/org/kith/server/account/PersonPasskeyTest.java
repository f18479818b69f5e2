package org.kith.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.SoftKey;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.kith.server.site.BaseUrl;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Passkeys of people, over plain HTTP with an authenticator that lies where a browser would not let it.
@TestPropertySource(properties = "kith.test=days pass") // a server apart
class PersonPasskeyTest extends ServerTest {
    @Autowired
    AdvancingClock clock;

    @Autowired
    BaseUrl base;

    @Autowired
    CarryOutChanges carryOut;

    private final String email = "keys-" + UUID.randomUUID() + "@example.org";

    @Test
    void a_passkey_signs_in_without_any_mail() throws Exception {
        var key = key();
        var home = Visitor.asPerson(port, email);

        var added = add(home, key, "my telephone ☎");
        var elsewhere = Visitor.at(port);
        var entered = show(elsewhere, key);

        assertThat(added.path()).startsWith("/account");
        assertThat(added.text()).contains("my telephone ☎", "A passkey was added");
        assertThat(entered.path()).isEqualTo("/home");
        assertThat(elsewhere.get("/account").text()).contains("Signed in with a passkey");
    }

    @Test
    void signing_in_with_a_passkey_gives_the_session_a_new_id() throws Exception {
        var key = key();
        add(Visitor.asPerson(port, email), key, "one");
        var visitor = Visitor.at(port);
        visitor.get("/sign-in");
        var before = visitor.cookie("kith");

        show(visitor, key);

        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie("kith")).isNotEqualTo(before);
        var fixed = Visitor.at(port);
        fixed.plant("kith", before);
        assertThat(fixed.get("/account").path()).startsWith("/sign-in");
    }

    @Test
    void a_key_that_did_not_verify_its_user_is_neither_added_nor_let_in() throws Exception {
        var home = Visitor.asPerson(port, email);
        var good = key();
        add(home, good, "good");

        var refused = add(home, key().saying(SoftKey.PRESENT), "bad");
        var outside = show(Visitor.at(port), good.counting(1).saying(SoftKey.PRESENT));

        assertThat(refused.text()).contains("That did not work");
        assertThat(home.get("/account").text()).doesNotContain("bad");
        assertThat(outside.text()).contains("That did not work");
    }

    @Test
    void an_answer_is_worth_something_once_and_for_its_own_challenge() throws Exception {
        var key = key();
        add(Visitor.asPerson(port, email), key, "one");
        var first = Visitor.at(port);
        var answer = key.counting(1).show(challenge(first.get("/sign-in")));
        first.post("/sign-in/passkey", Map.of("credential", answer));

        var thief = Visitor.at(port);
        thief.get("/sign-in");
        var replayed = thief.post("/sign-in/passkey", Map.of("credential", answer));
        first.post("/sign-out", Map.of());
        var again = first.post("/sign-in/passkey", Map.of("credential", answer));

        assertThat(replayed.text()).contains("That did not work");
        assertThat(thief.get("/account").path()).startsWith("/sign-in");
        assertThat(again.text()).doesNotContain("Your ways in");
        assertThat(first.get("/account").path()).startsWith("/sign-in");
    }

    @Test
    void a_passkey_nobody_added_and_one_that_was_removed_get_the_same_answer() throws Exception {
        var key = key();
        var home = Visitor.asPerson(port, email);
        add(home, key, "one");
        removeNewest(home);

        var removed = show(Visitor.at(port), key.counting(1));
        var unknown = show(Visitor.at(port), key());

        assertThat(removed.status()).isEqualTo(unknown.status());
        assertThat(removed.text()).contains("That did not work").isEqualTo(unknown.text());
    }

    @Test
    void nobody_names_or_removes_the_passkey_of_another() throws Exception {
        var home = Visitor.asPerson(port, email);
        add(home, key(), "mine");
        var address = home.get("/account").find("href=\"(/account/passkeys/[0-9a-f-]{36})\"");
        var other = Visitor.asPerson(port, "other-" + email);
        other.get("/account");

        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.post(address + "/name", Map.of("name", "stolen")).status())
                .isEqualTo(404);
        assertThat(other.post(address + "/remove", Map.of()).status()).isEqualTo(404);
        assertThat(home.get("/account").text()).contains("mine").doesNotContain("stolen");
    }

    @Test
    void a_name_is_changed_and_stands_nowhere_in_clear() throws Exception {
        var home = Visitor.asPerson(port, email);
        add(home, key(), "telephone of Nadezhda");
        var address = home.get("/account").find("href=\"(/account/passkeys/[0-9a-f-]{36})\"");

        home.get(address);
        var renamed = home.post(address + "/name", Map.of("name", "the blue one"));
        var missing = home.post(address + "/name", Map.of("name", " "));

        assertThat(renamed.text()).contains("the blue one").doesNotContain("Nadezhda");
        assertThat(missing.text()).contains("Write a name of 60 characters at most");
        assertThat(jdbc.sql("select count(*) from person_passkey t where encode(name, 'escape') like '%blue one%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_passkey_somebody_else_added_is_undone_from_the_mail_and_they_are_out() throws Exception {
        var thief = Visitor.asPerson(port, email);
        var key = key();
        add(thief, key, "not yours");
        var link = Mailbox.of(port, email).linkTo("/doors/");
        var owner = Visitor.at(port);

        var scanned = owner.head(link);
        var opened = owner.get(link);
        assertThat(thief.get("/account").path()).isEqualTo("/account");
        var stopped = owner.post(link + "/stop", Map.of());

        assertThat(scanned.status()).isEqualTo(200);
        assertThat(opened.text()).contains("Was this you?", "A passkey was added");
        assertThat(stopped.text()).contains("It is stopped");
        assertThat(thief.get("/account").path()).startsWith("/sign-in");
        assertThat(show(Visitor.at(port), key.counting(1)).text()).contains("That did not work");
        assertThat(owner.get(link).status()).isEqualTo(410);
    }

    @Test
    void after_48_hours_a_mail_link_opens_only_status_and_recovery() throws Exception {
        var key = key();
        var link = Visitor.asPerson(port, email);
        add(link, key, "one");
        var stop = Mailbox.of(port, email).linkTo("/doors/");
        assertThat(link.get("/looks").path()).isEqualTo("/looks");

        clock.advanceBy(Duration.ofDays(2));
        carryOut.round();

        assertThat(link.get("/home").path()).isEqualTo("/home");
        assertThat(link.get("/account").text()).contains("You came by a link from a mail", "Lost your passkeys?");
        assertThat(link.get("/looks").path()).isEqualTo("/account/passkey-first?next=/looks");
        assertThat(link.get("/account/passkeys/add").path()).startsWith("/account/passkey-first");
        link.get("/account");
        assertThat(link.post("/account/passkeys/add", Map.of("name", "x", "credential", "{}"))
                        .path())
                .startsWith("/account/passkey-first");
        assertThat(link.get(stop).status()).isEqualTo(410);
        assertThat(link.get("/sign-in?next=/looks").path()).startsWith("/sign-in");
        link.get("/sign-in?next=/looks");
        var answer = key.counting(1).show(challenge(link.get("/sign-in?next=/looks")));
        assertThat(link.post("/sign-in/passkey", Map.of("credential", answer, "next", "/looks"))
                        .path())
                .isEqualTo("/looks");
    }

    @Test
    void the_last_settled_passkey_stays() throws Exception {
        var key = key();
        var home = Visitor.asPerson(port, email);
        add(home, key, "the old telephone");
        clock.advanceBy(Duration.ofDays(2));
        show(home, key.counting(1));
        add(home, key(), "the new telephone");

        var first = home.get("/account").find("href=\"(/account/passkeys/[0-9a-f-]{36})\"");
        home.get(first);
        var kept = home.post(first + "/remove", Map.of());
        clock.advanceBy(Duration.ofDays(2));
        home.get(first);
        var removed = home.post(first + "/remove", Map.of());

        assertThat(kept.text()).contains("This passkey has to stay for now");
        assertThat(removed.path()).startsWith("/account");
        assertThat(removed.text()).contains("the new telephone").doesNotContain("the old telephone");
    }

    private Answer add(Visitor visitor, SoftKey key, String name) throws Exception {
        var challenge = challenge(visitor.get("/account/passkeys/add"));
        return visitor.post("/account/passkeys/add", Map.of("name", name, "credential", key.make(challenge)));
    }

    private Answer show(Visitor visitor, SoftKey key) throws Exception {
        var challenge = challenge(visitor.get("/sign-in?next=/home"));
        return visitor.post("/sign-in/passkey", Map.of("credential", key.show(challenge)));
    }

    private static void removeNewest(Visitor visitor) {
        var address = visitor.get("/account").find("href=\"(/account/passkeys/[0-9a-f-]{36})\"");
        visitor.get(address);
        visitor.post(address + "/remove", Map.of());
    }

    private static String challenge(Answer page) {
        return page.find("&#34;challenge&#34;:&#34;([^&]+)&#34;");
    }

    private SoftKey key() {
        return new SoftKey("localhost", base.origin());
    }
}
