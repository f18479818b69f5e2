package org.kith.server.notify;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.kith.server.notify.Letters.Waiting;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where mail is put. It lies there from the transaction that asked for it until someone else has taken it over.
@Service
public class Outbox {
    /// After this a mail that could not be delivered is no longer news.
    private static final Duration PATIENCE = Duration.ofDays(3);

    private final Letters letters;
    private final Vault vault;
    private final Postman postman;
    private final Clock clock;

    Outbox(Letters letters, Vault vault, Postman postman, Clock clock) {
        this.letters = letters;
        this.vault = vault;
        this.postman = postman;
        this.clock = clock;
    }

    /// Tells a person that there is something new to read.
    ///
    /// @param cause what happened, such as a decision's id: one cause brings one mail, however often this is called
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(PersonId person, UUID cause) {
        var id = UUID.nameUUIDFromBytes((person.value() + " " + cause).getBytes(StandardCharsets.UTF_8));
        letters.add(
                new Waiting(id, Letter.NEWS, person, null, null, 0),
                clock.instant().plus(PATIENCE));
        sendAfterCommit();
    }

    /// Sends a link to an address that is nobody's yet, or whose owner must not show.
    ///
    /// @param until when the link stops working, and with it the point of sending it
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendLink(String address, Locale language, String link, Instant until) {
        send(Letter.SIGN_IN, address, language, link, until);
    }

    /// Sends a letter with a link to one address.
    ///
    /// @param until after which there is no point in sending it
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Letter letter, String address, Locale language, String link, Instant until) {
        var content = vault.keepForHouse((address + "\n" + link).getBytes(StandardCharsets.UTF_8));
        letters.add(new Waiting(UUID.randomUUID(), letter, null, content, language, 0), until);
        sendAfterCommit();
    }

    private void sendAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("postman").start(postman::round);
            }
        });
    }
}
