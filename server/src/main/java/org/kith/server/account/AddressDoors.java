package org.kith.server.account;

import java.time.Clock;
import java.util.Optional;
import org.kith.server.account.AddressResult.AlreadyYours;
import org.kith.server.account.AddressResult.Asked;
import org.kith.server.account.AddressResult.LastOne;
import org.kith.server.account.AddressResult.NotAnAddress;
import org.kith.server.account.AddressResult.TooMany;
import org.kith.server.account.AddressResult.Unknown;
import org.kith.server.account.DoorChange.Kind;
import org.kith.server.account.DoorChange.State;
import org.kith.server.audit.Actor;
import org.kith.server.notify.Letter;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A person's addresses: adding and removing. **A new one needs two agreements, that of an address the person has and
/// that of whoever reads the new one, and then 48 hours** in which any address of theirs can stop it. Whether it opens
/// another account shows to nobody but its reader.
@Service
public class AddressDoors {
    private static final int MOST = 5;

    private final Accounts accounts;
    private final Addresses addresses;
    private final DoorChanges changes;
    private final DoorKeeping keeping;
    private final DoorNews news;
    private final SignInRates rates;
    private final Clock clock;

    AddressDoors(
            Accounts accounts,
            Addresses addresses,
            DoorChanges changes,
            DoorKeeping keeping,
            DoorNews news,
            SignInRates rates,
            Clock clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.changes = changes;
        this.keeping = keeping;
        this.news = news;
        this.rates = rates;
        this.clock = clock;
    }

    /// Asks for both agreements.
    ///
    /// @param network where the request came from, as an IP address
    @Transactional
    public AddressResult ask(PersonId person, String typed, String network) {
        var address = EmailAddress.of(typed);
        accounts.lock(person);
        var own = addresses.of(person);
        if (address.isEmpty()) return new NotAnAddress();
        if (own.size() >= MOST || rates.tooManyFrom(network)) return new TooMany();
        if (own.stream()
                .anyMatch(each -> each.value().equalsIgnoreCase(address.get().value()))) return new AlreadyYours();

        changes.openOf(person).stream()
                .filter(each -> each.kind() == Kind.ADD_ADDRESS && each.state() == State.ASKED)
                .forEach(each -> changes.become(each, State.LAPSED));
        var agree = news.fresh();
        var reads = news.fresh();
        var change = keeping.begin(person, Kind.ADD_ADDRESS, State.ASKED, null, address.get());
        changes.add(change, new DoorChanges.Links(news.fresh(), agree, reads));
        // Silently: an answer of its own would show that someone else asked for this address.
        if (!rates.tooManyTo(address.get()))
            news.send(Letter.DOORS_OWN, person, address.get().value(), "/doors/" + reads.text(), change.due());
        for (var each : own)
            news.send(Letter.DOORS_AGREE, person, each.value(), "/doors/" + agree.text(), change.due());
        return new Asked();
    }

    /// What the link to an address of the person's own would agree to.
    public Optional<DoorChange> agreeable(String link) {
        return changes.by(DoorChanges.Link.AGREE, link).filter(this::isAsked);
    }

    /// The code to be typed where the new address was asked for, or read out at the counter, shown to whoever reads
    /// that address.
    public Optional<String> code(String link) {
        return changes.by(DoorChanges.Link.OWN, link)
                .filter(change -> change.state() == State.ASKED && change.due().isAfter(clock.instant()))
                .filter(change -> !change.isByCode())
                .map(_ -> SignInCode.of(link));
    }

    /// Somebody who reads an address of the person's agrees.
    @Transactional
    public boolean agree(String link) {
        return changes.by(DoorChanges.Link.AGREE, link)
                .flatMap(found -> changes.lock(found.id()))
                .filter(this::isAsked)
                .map(change -> {
                    keeping.settle(changes.agreed(change), Actor.of(change.person()));
                    return change;
                })
                .isPresent();
    }

    /// Takes the code that the new address was sent.
    @Transactional
    public CodeResult type(PersonId person, DoorChange.Id id, String code) {
        var found = changes.lock(id)
                .filter(change -> change.person().equals(person))
                .filter(this::isAsked);
        if (found.isEmpty() || !changes.hasCode(found.get(), code)) return CodeResult.WRONG;
        var change = found.get();
        var owner = keeping.address(change).flatMap(addresses::lockOwner);
        if (owner.isPresent()) {
            changes.become(change, State.LAPSED);
            return CodeResult.TAKEN;
        }
        keeping.settle(changes.owned(change), Actor.of(person));
        return CodeResult.RIGHT;
    }

    /// Begins to remove an address. Where the person came by passkey, the address that leaves is told but cannot stop
    /// it: it may be the one that somebody else reads.
    @Transactional
    public AddressResult remove(PersonId person, AddressId id, Way by) {
        accounts.lock(person);
        var own = addresses.of(person);
        var leaving = own.stream().filter(each -> each.id().equals(id)).findFirst();
        var open = changes.openOf(person).stream()
                .filter(change -> change.kind() == Kind.REMOVE_ADDRESS)
                .toList();
        if (leaving.isEmpty()) return new Unknown();
        if (open.stream().anyMatch(change -> id.value().equals(change.target()))) return new Asked();
        if (own.size() - open.size() <= 1) return new LastOne();

        var stop = news.fresh();
        var change = keeping.begin(person, Kind.REMOVE_ADDRESS, State.WAITING, id.value(), null);
        changes.add(change, new DoorChanges.Links(stop, null, null));
        for (var each : own) {
            var mayStop = by == Way.LINK || !each.id().equals(id);
            if (mayStop) news.send(Letter.DOORS_STOP, person, each.value(), "/doors/" + stop.text(), change.due());
            else news.send(Letter.DOORS, person, each.value(), "/sign-in", change.due());
        }
        return new Asked();
    }

    private boolean isAsked(DoorChange change) {
        return change.kind() == Kind.ADD_ADDRESS
                && change.state() == State.ASKED
                && change.due().isAfter(clock.instant());
    }
}
