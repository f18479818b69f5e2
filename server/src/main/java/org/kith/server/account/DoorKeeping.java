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
import org.kith.server.vault.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps what is about to change of people's ways in: whoever reads one of the person's addresses can stop it, until
/// its time has come by the house's clock.
@Service
public class DoorKeeping {
    private static final Logger log = LoggerFactory.getLogger(DoorKeeping.class);

    private final DoorChanges changes;
    private final PersonPasskeys passkeys;
    private final Devices devices;
    private final DoorNews news;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DoorKeeping(
            DoorChanges changes,
            PersonPasskeys passkeys,
            Devices devices,
            DoorNews news,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.changes = changes;
        this.passkeys = passkeys;
        this.devices = devices;
        this.news = news;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What is open, the oldest first.
    public List<DoorChange> openOf(PersonId person) {
        return changes.openOf(person);
    }

    /// What the link in a mail would stop.
    public Optional<DoorChange> stoppable(String link) {
        return changes.by(DoorChanges.Link.STOP, link).filter(this::canBeStopped);
    }

    /// Stops what the link was sent for.
    ///
    /// @return whether there was something to stop
    @Transactional
    public boolean stop(String link) {
        return changes.by(DoorChanges.Link.STOP, link)
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
        var change = begin(person, Kind.ADD_PASSKEY, State.WAITING, passkey.value());
        changes.add(change, new DoorChanges.Links(stop, null, null));
        news.tellHowToStop(person, stop, change.due());
    }

    private DoorChange begin(PersonId person, Kind kind, State state, @Nullable UUID target) {
        var now = clock.instant();
        return new DoorChange(
                new DoorChange.Id(UUID.randomUUID()),
                person,
                kind,
                state,
                target,
                null,
                null,
                null,
                null,
                null,
                now,
                now.plus(DoorChange.DELAY));
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void round() {
        for (var id : changes.due(500)) {
            try {
                transaction.executeWithoutResult(_ -> changes.lock(id)
                        .filter(DoorChange::isOpen)
                        .filter(change -> !change.due().isAfter(clock.instant()))
                        .ifPresent(this::carryOut));
            } catch (RuntimeException e) {
                log.warn(
                        "a change of doors was not carried out: {}",
                        e.getClass().getName());
            }
        }
    }

    private void carryOut(DoorChange change) {
        if (change.state() == State.ASKED) {
            changes.become(change, State.LAPSED);
            return;
        }
        switch (change.kind()) {
            case ADD_PASSKEY -> changes.become(change, State.DONE);
            case ADD_ADDRESS, REMOVE_ADDRESS, RECOVERY -> throw new IllegalStateException("not yet");
        }
    }

    private DoorChange stop(DoorChange change) {
        changes.become(change, State.STOPPED);
        // Whoever had begun it may be signed in still.
        devices.endAll(change.person());
        if (change.kind() == Kind.ADD_PASSKEY)
            passkeys.remove(change.person(), new PasskeyId(Objects.requireNonNull(change.target())));
        news.tell(change.person());
        journal.record(
                Deed.DOOR_CHANGE_STOPPED,
                Actor.of(change.person()),
                change.person(),
                new Case(CaseKind.ACCOUNT, change.person().value()),
                Details.of(Detail.KIND, change.kind()));
        return change;
    }

    private boolean canBeStopped(DoorChange change) {
        return change.isOpen() && change.due().isAfter(clock.instant());
    }
}
