package org.kith.server.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives a person who wishes it a recovery code at the counter, and ends it. **It is shown once; a new one ends the one
/// before**, and every address of theirs is told how to end it.
@Service
public class CodeGiving {
    private final RecoveryCodes codes;
    private final Accounts accounts;
    private final Devices devices;
    private final DoorNews news;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodeGiving(RecoveryCodes codes, Accounts accounts, Devices devices, DoorNews news, Journal journal, Clock clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.devices = devices;
        this.news = news;
        this.journal = journal;
        this.clock = clock;
    }

    /// Gives one; nothing to somebody who has no doors of their own, as children whose guardians come in for them.
    @Transactional
    public Optional<RecoveryCode> give(PersonId person, Actor.Officer registrar) {
        accounts.lock(person);
        if (!accounts.exists(person)) return Optional.empty();

        var code = RecoveryCode.fresh(random);
        var end = news.fresh();
        codes.put(person, code, end, registrar);
        record(Deed.RECOVERY_CODE_GIVEN, registrar, person);
        news.tellHowToStop(person, end, clock.instant().plus(DoorChange.DELAY));
        return Optional.of(code);
    }

    /// When the one that is there was given.
    public Optional<Instant> given(PersonId person) {
        return codes.given(person);
    }

    /// Whether a link from a mail would end one.
    public boolean canEnd(String link) {
        return codes.endedBy(link).isPresent();
    }

    /// Ends the one that the link was sent for. Whoever did not ask for it may have others in their account.
    @Transactional
    public boolean end(String link) {
        var person = codes.endedBy(link).filter(this::end);
        person.ifPresent(devices::endAll);
        return person.isPresent();
    }

    /// Ends one's own.
    ///
    /// @return whether there was one
    @Transactional
    public boolean end(PersonId person) {
        if (!codes.remove(person)) return false;

        record(Deed.RECOVERY_CODE_ENDED, Actor.of(person), person);
        news.tell(person);
        return true;
    }

    private void record(Deed deed, Actor actor, PersonId person) {
        journal.record(deed, actor, person, new Case(CaseKind.ACCOUNT, person.value()));
    }
}
