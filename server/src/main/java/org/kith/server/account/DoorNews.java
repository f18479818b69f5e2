package org.kith.server.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kith.server.notify.Letter;
import org.kith.server.notify.Outbox;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Component;

/// Tells a person at every address they have what happens to their ways in, in words that say nothing to others.
@Component
class DoorNews {
    private final Accounts accounts;
    private final Outbox outbox;
    private final BaseUrl base;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DoorNews(Accounts accounts, Outbox outbox, BaseUrl base, Clock clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.base = base;
        this.clock = clock;
    }

    LinkSecret fresh() {
        return LinkSecret.fresh(random);
    }

    /// Something has changed that cannot be undone.
    void tell(PersonId person) {
        tell(person, accounts.emails(person));
    }

    /// The same, to addresses that may no longer be the person's.
    void tell(PersonId person, List<String> addresses) {
        for (var address : addresses)
            send(Letter.DOORS, person, address, "/sign-in", clock.instant().plus(DoorChange.DELAY));
    }

    /// Something changes, and the link stops it.
    void tellHowToStop(PersonId person, LinkSecret stop, Instant until) {
        for (var address : accounts.emails(person))
            send(Letter.DOORS_STOP, person, address, "/doors/" + stop.text(), until);
    }

    void send(Letter letter, PersonId person, String address, String path, Instant until) {
        outbox.send(letter, address, accounts.language(person), base.link(path), until);
    }
}
