package org.kith.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.account.Accounts;
import org.kith.server.account.EmailAddress;
import org.kith.server.time.AdvancingClock;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Mail through a real SMTP server.
class SmtpTest extends ServerTest {
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    Postman postman;

    @Autowired
    Accounts accounts;

    @Autowired
    Vault vault;

    @Autowired
    AdvancingClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final String email = "reader-" + UUID.randomUUID() + "@example.org";

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add("kith.mail.host", () -> "127.0.0.1");
        registry.add("kith.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("kith.mail.from", () -> "notices@mail.example");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void theMailServerListens() {
        if (!SERVER.isRunning()) SERVER.start();
    }

    @Test
    void a_link_comes_by_mail_and_signs_in() throws Exception {
        var person = Visitor.at(port);
        person.get("/sign-in");
        person.post("/sign-in", Map.of("email", email));

        var mail = mails(1).getFirst();
        var link = mail.getContent()
                .toString()
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
        var path = link.substring(("http://localhost:" + port).length());
        person.get(path);

        assertThat(person.post(path, Map.of()).path()).isEqualTo("/home");
    }

    @Test
    void a_mail_says_no_name_no_number_and_no_reason() throws Exception {
        tell(open("en"), UUID.randomUUID());

        var mail = mails(1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("A message for you");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Notices <notices@mail.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContent().toString().toLowerCase(Locale.ROOT))
                .contains("http://localhost:" + port + "/sign-in")
                .doesNotContain("card", "utopia", "application", "decision", email);
    }

    @Test
    void a_mail_is_in_the_language_of_its_reader() throws Exception {
        tell(open("ar"), UUID.randomUUID());

        var mail = mails(1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("رسالة لك");
        assertThat(mail.getHeader("Content-Language")).containsExactly("ar");
        assertThat(mail.getContent().toString()).contains("سجّل الدخول هنا");
    }

    @Test
    void one_cause_brings_one_mail() throws Exception {
        var person = open("en");
        var cause = UUID.randomUUID();

        tell(person, cause);
        tell(person, cause);
        mails(1);
        tell(person, cause);
        tell(person, UUID.randomUUID());

        assertThat(mails(2)).hasSize(2);
    }

    @Test
    void while_the_mail_server_is_down_mail_waits_and_is_tried_again() throws Exception {
        SERVER.stop();
        var person = open("en");
        tell(person, UUID.randomUUID());
        until(() -> jdbc.sql("select count(*) from outbox where person = ? and state = 'WAITING' and attempts > 0")
                        .param(person.value())
                        .query(Integer.class)
                        .single()
                > 0);

        SERVER.start();
        // Whoever claimed it may still be at it: it is put off for half a minute from when they give up.
        until(() -> {
            clock.advanceBy(Duration.ofMinutes(1));
            postman.round();
            return !received().isEmpty();
        });

        assertThat(received()).hasSize(1);
    }

    @Test
    void a_mail_sent_again_after_a_kill_keeps_its_message_id() throws Exception {
        var person = open("en");
        var cause = UUID.randomUUID();
        tell(person, cause);
        var first = mails(1).getFirst().getMessageID();

        // As if the process had died after the mail server took the mail, and before it was noted.
        jdbc.sql("update outbox set state = 'WAITING', closed = null where person = ?")
                .param(person.value())
                .update();
        clock.advanceBy(Duration.ofMinutes(3));
        postman.round();

        assertThat(mails(2).stream().map(SmtpTest::messageId)).containsOnly(first);
    }

    @Test
    void what_was_claimed_by_a_process_that_died_is_sent_by_another() throws Exception {
        var person = open("en");
        transaction.executeWithoutResult(_ -> {
            letters.add(
                    new Letters.Waiting(UUID.randomUUID(), Letter.NEWS, person, null, null, 0),
                    clock.instant().plus(Duration.ofDays(1)));
            assertThat(letters.claim(100, Duration.ofMinutes(2))).isNotEmpty();
        });
        postman.round();
        assertThat(received()).isEmpty();

        clock.advanceBy(Duration.ofMinutes(2));
        postman.round();

        assertThat(mails(1)).hasSize(1);
    }

    @Test
    void a_link_that_no_longer_works_is_not_sent() {
        SERVER.stop();
        transaction.executeWithoutResult(_ -> outbox.sendLink(
                email, Locale.ENGLISH, "http://localhost/x", clock.instant().plus(Duration.ofMinutes(15))));

        clock.advanceBy(Duration.ofMinutes(16));
        SERVER.start();
        postman.round();

        assertThat(received()).isEmpty();
    }

    @Test
    void whoever_has_been_erased_gets_no_mail() {
        var person = open("en");
        vault.erase(person);

        tell(person, UUID.randomUUID());
        postman.round();

        assertThat(received()).isEmpty();
        // The server's own round may have taken the letter a moment before ours.
        for (var tries = 0; tries < 50 && stateOf(person).equals("WAITING"); tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(stateOf(person)).isEqualTo("GIVEN_UP");
    }

    private String stateOf(PersonId person) {
        return jdbc.sql("select state from outbox where person = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    @Test
    void nothing_is_sent_for_a_deed_that_was_undone() {
        var person = open("en");

        transaction.executeWithoutResult(status -> {
            outbox.tell(person, UUID.randomUUID());
            status.setRollbackOnly();
        });
        postman.round();

        assertThat(received()).isEmpty();
    }

    private PersonId open(String language) {
        return accounts.open(EmailAddress.of(email).orElseThrow(), Locale.of(language))
                .person();
    }

    private void tell(PersonId person, UUID cause) {
        transaction.executeWithoutResult(_ -> outbox.tell(person, cause));
    }

    private List<MimeMessage> mails(int atLeast) {
        until(() -> received().size() >= atLeast);
        return received();
    }

    private List<MimeMessage> received() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(email);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier reached) {
        for (var tries = 0; tries < 150 && !reached.getAsBoolean(); tries++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }
}
