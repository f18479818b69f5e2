package org.kith.server.notify;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.kith.server.notify.Letters.Waiting;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.Texts;
import org.kith.server.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSendException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends what lies in the outbox, at least once: whoever is killed between sending and noting it leads to a second copy
/// with the same Message-ID, which mail servers and readers fold into one.
@Component
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Letters letters;
    private final ObjectProvider<AddressBook> addresses;
    private final ObjectProvider<Carrier> carrier;
    private final NeutralProfile profile;
    private final Texts texts;
    private final BaseUrl base;
    private final Vault vault;
    private final Clock clock;

    Postman(
            Letters letters,
            ObjectProvider<AddressBook> addresses,
            ObjectProvider<Carrier> carrier,
            NeutralProfile profile,
            Texts texts,
            BaseUrl base,
            Vault vault,
            Clock clock) {
        this.letters = letters;
        this.addresses = addresses;
        this.carrier = carrier;
        this.profile = profile;
        this.texts = texts;
        this.base = base;
        this.vault = vault;
        this.clock = clock;
    }

    /// Every second: whoever asked for a link is waiting for it.
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void round() {
        var claimed = letters.claim(ROUND, LEASE);
        while (!claimed.isEmpty()) {
            claimed.forEach(this::send);
            claimed = letters.claim(ROUND, LEASE);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void tidy() {
        letters.removeClosedBefore(clock.instant().minus(REMEMBERED));
    }

    private void send(Waiting letter) {
        var mail = letters.isOver(letter.id()) ? Optional.<Mail>empty() : write(letter);
        if (mail.isEmpty()) {
            close(letter, "GIVEN_UP");
            return;
        }

        try {
            carrier.getObject().carry(mail.get());
            close(letter, "SENT");
        } catch (RuntimeException e) {
            // Neither the address nor what the mail server said of it goes into the log.
            log.warn("mail {} not taken at attempt {}: {}", letter.id(), letter.attempts(), kindOf(e));
            letters.postpone(letter.id(), waitAfter(letter.attempts()));
        }
    }

    /// The mail in words, or nothing if there is nobody to read it any more.
    private Optional<Mail> write(Waiting letter) {
        var content = letter.content();
        var person = letter.person();
        if (content != null) {
            return vault.secret(content).map(bytes -> {
                var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
                var language = letter.language();
                if (language == null) throw new IllegalStateException("a letter to an address has a language");
                return mail(letter, new Contact(lines[0], language), lines[1]);
            });
        }
        if (person == null) throw new IllegalStateException("a letter is to a person or to an address");

        return addresses.getObject().contact(person).map(contact -> mail(letter, contact, base.link("/sign-in")));
    }

    private Mail mail(Waiting letter, Contact to, String link) {
        return new Mail(
                letter.id(),
                to.email(),
                profile.sender(to.language()),
                profile.subject(to.language()),
                texts.text(to.language(), letter.letter().bodyKey(), link),
                to.language(),
                clock.instant());
    }

    private void close(Waiting letter, String state) {
        letters.close(letter.id(), state);
        var content = letter.content();
        if (content != null) vault.forget(content);
    }

    private static String kindOf(Throwable fault) {
        var failed = fault instanceof MailSendException mail
                ? mail.getFailedMessages().values().stream().findFirst()
                : Optional.<Exception>empty();
        return failed.<Throwable>map(cause -> cause).orElse(fault).getClass().getName();
    }

    /// Half a minute, one, two, four… up to an hour.
    static Duration waitAfter(int attempts) {
        var wait = Duration.ofSeconds(30).multipliedBy(1L << Math.min(attempts - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
