package org.kith.server.account;

import java.util.Optional;
import org.kith.server.account.PasskeyResult.Done;
import org.kith.server.account.PasskeyResult.LastOne;
import org.kith.server.account.PasskeyResult.NotAccepted;
import org.kith.server.account.PasskeyResult.TooMany;
import org.kith.server.account.PasskeyResult.Unknown;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.passkey.Passkeys;
import org.kith.server.vault.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A person's passkeys: adding, naming, removing, and coming in with one. A new one counts at once, yet for 48 hours
/// whoever reads one of the person's addresses can undo it; only then do mail links lose their power (§7.8). **A
/// settled passkey goes only where another settled one stays**, so that a stolen mailbox is never all it takes again.
@Service
public class PasskeyDoors {
    private static final int MOST = 12;

    private final Passkeys<PersonId> passkeys;
    private final Accounts accounts;
    private final PersonPasskeys owned;
    private final DoorKeeping keeping;
    private final DoorNews news;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    PasskeyDoors(
            Passkeys<PersonId> passkeys,
            Accounts accounts,
            PersonPasskeys owned,
            DoorKeeping keeping,
            DoorNews news,
            Journal journal,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.owned = owned;
        this.keeping = keeping;
        this.news = news;
        this.journal = journal;
        this.events = events;
    }

    /// What the person's browser needs to make one.
    public PublicKeyCredentialCreationOptions newKey(PersonId person) {
        return passkeys.newKey(person);
    }

    /// What any browser needs to show one.
    public PublicKeyCredentialRequestOptions challenge() {
        return passkeys.challenge();
    }

    public String json(Object options) {
        return passkeys.json(options);
    }

    @Transactional
    public PasskeyResult add(
            PersonId person, PublicKeyCredentialCreationOptions options, String credential, PasskeyName name) {
        accounts.lock(person);
        if (owned.of(person).size() >= MOST) return new TooMany();
        if (!passkeys.madeFor(person, options)) return new NotAccepted();
        var credentialId = passkeys.register(options, credential);
        if (credentialId.isEmpty()) return new NotAccepted();

        var id = owned.id(credentialId.get());
        owned.name(person, id, name.value());
        keeping.added(person, id);
        record(Deed.PASSKEY_ADDED, person);
        return new Done();
    }

    @Transactional
    public PasskeyResult name(PersonId person, PasskeyId id, PasskeyName name) {
        if (find(person, id).isEmpty()) return new Unknown();

        owned.name(person, id, name.value());
        return new Done();
    }

    /// Removes a passkey at once and for good: it may be on a telephone that was lost.
    @Transactional
    public PasskeyResult remove(PersonId person, PasskeyId id) {
        // Two windows must not both remove the last but one.
        accounts.lock(person);
        var all = owned.of(person);
        var found = all.stream().filter(each -> each.id().equals(id)).findFirst();
        if (found.isEmpty()) return new Unknown();
        var settled = all.stream().filter(PersonPasskey::settled).count();
        if (found.get().settled() && settled == 1) return new LastOne();

        owned.remove(person, id);
        news.tell(person);
        record(Deed.PASSKEY_REMOVED, person);
        return new Done();
    }

    /// The person, if the passkey is theirs. Whoever is not known is told no more than that it did not work.
    @Transactional
    public Optional<PersonId> enter(PublicKeyCredentialRequestOptions challenge, String credential) {
        var person = passkeys.recognise(challenge, credential);
        person.ifPresent(known -> {
            record(Deed.SIGNED_IN, known);
            events.publishEvent(new PersonSignedIn(known, false));
        });
        return person;
    }

    private Optional<PersonPasskey> find(PersonId person, PasskeyId id) {
        return owned.of(person).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private void record(Deed deed, PersonId person) {
        journal.record(deed, Actor.of(person), person, new Case(CaseKind.ACCOUNT, person.value()));
    }
}
