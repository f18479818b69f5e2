package org.kith.server.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.DoorChange.Kind;
import org.kith.server.account.DoorChange.State;
import org.kith.server.account.RecoveryResult.AlreadyOpen;
import org.kith.server.account.RecoveryResult.Done;
import org.kith.server.account.RecoveryResult.NotAnAddress;
import org.kith.server.account.RecoveryResult.Over;
import org.kith.server.account.RecoveryResult.Proposed;
import org.kith.server.account.RecoveryResult.SameOfficer;
import org.kith.server.account.RecoveryResult.WrongCode;
import org.kith.server.audit.Actor;
import org.kith.server.notify.Letter;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets somebody in again who has lost their doors: a registrar proposes it after looking at person and passport, the
/// person reads out a code from the new address, a second registrar of that centre looks too, and 48 hours pass in
/// which every address the account has can stop it.
@Service
public class Recovery {
    private final Accounts accounts;
    private final DoorChanges changes;
    private final DoorKeeping keeping;
    private final DoorNews news;
    private final Clock clock;

    Recovery(Accounts accounts, DoorChanges changes, DoorKeeping keeping, DoorNews news, Clock clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.keeping = keeping;
        this.news = news;
        this.clock = clock;
    }

    /// Proposes it. Every address the account has is told at once.
    ///
    /// @param typed the address the person reads from now on
    @Transactional
    public RecoveryResult propose(PersonId person, String typed, Actor.Officer registrar) {
        var address = EmailAddress.of(typed);
        accounts.lock(person);
        if (address.isEmpty()) return new NotAnAddress();
        if (registrar.unit() == null || !accounts.exists(person)) return new Over();
        if (changes.openOf(person).stream().anyMatch(each -> each.kind() == Kind.RECOVERY && !each.isByCode())) {
            return new AlreadyOpen();
        }

        keeping.stopByCode(person);
        var stop = news.fresh();
        var reads = news.fresh();
        var change = keeping.begin(person, address.get(), registrar);
        changes.add(change, new DoorChanges.Links(stop, null, reads));
        news.send(Letter.DOORS_OWN, person, address.get().value(), "/doors/" + reads.text(), change.due());
        news.tellHowToStop(person, stop, change.due());
        return new Proposed(change.id());
    }

    /// What is under way at a centre, the newest first.
    public List<DoorChange> openAt(UUID centre) {
        return changes.openAt(centre);
    }

    /// One that is under way at the registrar's centre.
    public Optional<DoorChange> find(DoorChange.Id id, Actor.Officer registrar) {
        return changes.find(id).filter(change -> isOpenAt(change, registrar));
    }

    /// Takes the code that the person reads out.
    @Transactional
    public RecoveryResult type(DoorChange.Id id, String code, Actor.Officer registrar) {
        var found = changes.lock(id).filter(change -> isOpenAt(change, registrar));
        if (found.isEmpty() || found.get().state() != State.ASKED) return new Over();
        if (!changes.hasCode(found.get(), code)) return new WrongCode();

        keeping.settle(changes.owned(found.get()), registrar);
        return new Done();
    }

    /// A second registrar, who has looked at person and passport too, agrees.
    ///
    /// @param person whose passport they looked at
    @Transactional
    public RecoveryResult agree(DoorChange.Id id, PersonId person, Actor.Officer registrar) {
        var found = changes.lock(id)
                .filter(change -> isOpenAt(change, registrar))
                .filter(change -> change.person().equals(person));
        if (found.isEmpty() || found.get().state() != State.ASKED) return new Over();
        if (registrar.id().equals(found.get().proposedBy())) return new SameOfficer();

        keeping.settle(changes.agreed(found.get(), registrar.id()), registrar);
        return new Done();
    }

    private boolean isOpenAt(DoorChange change, Actor.Officer registrar) {
        return change.kind() == Kind.RECOVERY
                && change.isOpen()
                && change.due().isAfter(clock.instant())
                && change.centre() != null
                && change.centre().equals(registrar.unit());
    }
}
