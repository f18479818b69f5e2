package org.kith.server.account;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.DoorChange.Kind;
import org.kith.server.account.DoorChange.State;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what is about to change of people's ways in: whoever reads one of the person's addresses can stop it, until
/// its time has come by the house's clock.
@Service
public class DoorKeeping {
    private final DoorChanges changes;
    private final PersonPasskeys passkeys;
    private final Devices devices;
    private final RecoveryCodes codes;
    private final DoorNews news;
    private final Journal journal;
    private final Vault vault;
    private final Clock clock;

    DoorKeeping(
            DoorChanges changes,
            PersonPasskeys passkeys,
            Devices devices,
            RecoveryCodes codes,
            DoorNews news,
            Journal journal,
            Vault vault,
            Clock clock) {
        this.changes = changes;
        this.passkeys = passkeys;
        this.devices = devices;
        this.codes = codes;
        this.news = news;
        this.journal = journal;
        this.vault = vault;
        this.clock = clock;
    }

    /// What is open, the oldest first.
    public List<DoorChange> openOf(PersonId person) {
        return changes.openOf(person);
    }

    /// What the link in a mail would stop.
    public Optional<DoorChange> stoppable(String link) {
        return changes.by(DoorChanges.Link.STOP, link)
                .or(() -> changes.by(DoorChanges.Link.AGREE, link).filter(change -> change.state() == State.WAITING))
                .filter(this::canBeStopped);
    }

    /// Stops what the link was sent for.
    ///
    /// @return whether there was something to stop
    @Transactional
    public boolean stop(String link) {
        return changes.by(DoorChanges.Link.STOP, link)
                .or(() -> changes.by(DoorChanges.Link.AGREE, link))
                .flatMap(found -> changes.lock(found.id()))
                .filter(this::canBeStopped)
                .map(this::stop)
                .isPresent();
    }

    /// Stops a change of one's own.
    @Transactional
    public boolean stop(PersonId person, DoorChange.Id id) {
        return changes.lock(id)
                .filter(change -> change.person().equals(person))
                .filter(this::canBeStopped)
                .map(this::stop)
                .isPresent();
    }

    /// A passkey was added. It counts already; what waits is that it can no longer be undone.
    void added(PersonId person, PasskeyId passkey) {
        var stop = news.fresh();
        var change = begin(person, Kind.ADD_PASSKEY, State.WAITING, passkey.value(), null);
        changes.add(change, new DoorChanges.Links(stop, null, null));
        news.tellHowToStop(person, stop, change.due());
    }

    /// A change of the person's own as it begins.
    ///
    /// @param address the new one
    DoorChange begin(PersonId person, Kind kind, State state, @Nullable UUID target, @Nullable EmailAddress address) {
        var change = change(person, kind, state, target, address, null);
        record(Deed.DOOR_CHANGE_BEGUN, Actor.of(person), change);
        return change;
    }

    /// A recovery as an officer proposes it.
    DoorChange begin(PersonId person, EmailAddress address, Actor.Officer registrar) {
        var change = change(person, Kind.RECOVERY, State.ASKED, null, address, registrar);
        record(Deed.RECOVERY_PROPOSED, registrar, change);
        return change;
    }

    /// A recovery as a code begins it.
    DoorChange begin(PersonId person, EmailAddress address) {
        return change(person, Kind.RECOVERY, State.ASKED, null, address, null);
    }

    /// Stops what a code began: somebody has it who should not.
    void stopByCode(PersonId person) {
        changes.openOf(person).stream().filter(DoorChange::isByCode).forEach(change -> {
            changes.become(change, State.STOPPED);
            endCode(change, Actor.house());
        });
    }

    private void endCode(DoorChange change, Actor by) {
        if (codes.remove(change.person())) record(Deed.RECOVERY_CODE_ENDED, by, change);
    }

    /// Lets a change wait for its time once both sides have agreed to it, and tells every address.
    ///
    /// @param by who agreed last
    void settle(DoorChange change, Actor by) {
        record(change.kind() == Kind.RECOVERY ? Deed.RECOVERY_AGREED : Deed.DOOR_CHANGE_AGREED, by, change);
        if (change.agreed() == null || change.owned() == null) return;

        var due = clock.instant().plus(DoorChange.DELAY);
        if (change.kind() == Kind.RECOVERY) {
            // How to stop it was told when it was proposed.
            changes.await(change, null, due);
            news.tell(change.person());
            return;
        }
        var stop = news.fresh();
        changes.await(change, stop, due);
        news.tellHowToStop(change.person(), stop, due);
    }

    /// The new address of a change.
    Optional<EmailAddress> address(DoorChange change) {
        var sealed = change.address();
        return sealed == null
                ? Optional.empty()
                : vault.openText(change.person(), context(change.id()), sealed).flatMap(EmailAddress::of);
    }

    void record(Deed deed, Actor actor, DoorChange change) {
        journal.record(
                deed,
                actor,
                change.person(),
                new Case(CaseKind.ACCOUNT, change.person().value()),
                Details.of(Detail.KIND, change.kind()));
    }

    private DoorChange stop(DoorChange change) {
        changes.become(change, State.STOPPED);
        // Whoever had begun it may be signed in still.
        devices.endAll(change.person());
        if (change.kind() == Kind.ADD_PASSKEY)
            passkeys.remove(change.person(), new PasskeyId(Objects.requireNonNull(change.target())));
        if (change.isByCode()) endCode(change, Actor.of(change.person()));
        news.tell(change.person());
        record(Deed.DOOR_CHANGE_STOPPED, Actor.of(change.person()), change);
        return change;
    }

    private DoorChange change(
            PersonId person,
            Kind kind,
            State state,
            @Nullable UUID target,
            @Nullable EmailAddress address,
            Actor.@Nullable Officer registrar) {
        var id = new DoorChange.Id(UUID.randomUUID());
        var now = clock.instant();
        return new DoorChange(
                id,
                person,
                kind,
                state,
                target,
                address == null ? null : vault.sealText(person, context(id), address.value()),
                null,
                null,
                registrar == null ? null : registrar.id(),
                registrar == null ? null : registrar.unit(),
                now,
                now.plus(DoorChange.DELAY));
    }

    private boolean canBeStopped(DoorChange change) {
        return change.isOpen() && change.due().isAfter(clock.instant());
    }

    private static Context context(DoorChange.Id id) {
        return new Context("door_change.address", id.value());
    }
}
