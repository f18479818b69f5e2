package org.kith.server.account;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.kith.server.account.DoorChange.Kind;
import org.kith.server.account.DoorChange.State;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what is to change of people's ways in, once its time has come and nobody has stopped it.
@Component
public class CarryOutChanges {
    private static final Logger log = LoggerFactory.getLogger(CarryOutChanges.class);
    private static final int ROUND = 500;

    private final DoorChanges changes;
    private final DoorKeeping keeping;
    private final Accounts accounts;
    private final Addresses addresses;
    private final PersonPasskeys passkeys;
    private final RecoveryCodes codes;
    private final Devices devices;
    private final DoorNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CarryOutChanges(
            DoorChanges changes,
            DoorKeeping keeping,
            Accounts accounts,
            Addresses addresses,
            PersonPasskeys passkeys,
            RecoveryCodes codes,
            Devices devices,
            DoorNews news,
            TransactionTemplate transaction,
            Clock clock) {
        this.changes = changes;
        this.keeping = keeping;
        this.accounts = accounts;
        this.addresses = addresses;
        this.passkeys = passkeys;
        this.codes = codes;
        this.devices = devices;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void round() {
        for (var id : changes.due(ROUND)) {
            try {
                transaction.executeWithoutResult(_ -> changes.lock(id)
                        .filter(DoorChange::isOpen)
                        .filter(change -> !change.due().isAfter(clock.instant()))
                        .ifPresent(this::carryOut));
            } catch (RuntimeException e) {
                // The next round tries again; the others go on.
                log.warn(
                        "a change of doors was not carried out: {}",
                        e.getClass().getName());
            }
        }
    }

    private void carryOut(DoorChange change) {
        var done = change.state() == State.WAITING
                && switch (change.kind()) {
                    case ADD_PASSKEY -> true;
                    case ADD_ADDRESS -> addAddress(change);
                    case REMOVE_ADDRESS -> removeAddress(change);
                    case RECOVERY -> recover(change);
                };
        changes.become(change, done ? State.DONE : State.LAPSED);
        if (done)
            keeping.record(
                    change.kind() == Kind.RECOVERY ? Deed.RECOVERED : Deed.DOOR_CHANGE_DONE, Actor.house(), change);
    }

    private boolean addAddress(DoorChange change) {
        var address = keeping.address(change);
        // It may have opened an account of its own meanwhile.
        if (address.isEmpty() || addresses.lockOwner(address.get()).isPresent()) return false;

        addresses.add(change.person(), address.get());
        news.tell(change.person());
        return true;
    }

    private boolean removeAddress(DoorChange change) {
        accounts.lock(change.person());
        var id = new AddressId(Objects.requireNonNull(change.target()));
        var own = addresses.of(change.person());
        if (own.size() <= 1 || own.stream().noneMatch(each -> each.id().equals(id))) return false;

        news.tell(change.person());
        addresses.remove(change.person(), id);
        devices.endAll(change.person());
        return true;
    }

    /// In place of every door the person had comes the one address they showed to read.
    private boolean recover(DoorChange change) {
        var person = change.person();
        accounts.lock(person);
        var address = keeping.address(change);
        if (address.isEmpty()) return false;
        if (addresses
                .lockOwner(address.get())
                .filter(owner -> !owner.equals(person))
                .isPresent()) return false;

        var told = Stream.concat(
                        accounts.emails(person).stream(),
                        Stream.of(address.get().value()))
                .distinct()
                .toList();
        // Somebody else may have begun them.
        changes.stopOthers(change);
        passkeys.removeAll(person);
        codes.remove(person);
        addresses.removeAll(person);
        addresses.add(person, address.get());
        devices.endAll(person);
        news.tell(person, told);
        return true;
    }
}
