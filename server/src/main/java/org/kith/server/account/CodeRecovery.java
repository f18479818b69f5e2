package org.kith.server.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.CodeRecoveryResult.Asked;
import org.kith.server.account.CodeRecoveryResult.NotACode;
import org.kith.server.account.CodeRecoveryResult.NotAnAddress;
import org.kith.server.account.CodeRecoveryResult.TooManyFromThere;
import org.kith.server.account.DoorChange.Kind;
import org.kith.server.account.DoorChange.State;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.notify.Letter;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets somebody in again by the code that a counter gave them: it stands for the two registrars of [Recovery], and for
/// no more. The new address must be shown to be read, and 48 hours pass in which every address the account has can stop
/// it. **A right code, a wrong one and a number that nobody has get the same answer.**
@Service
public class CodeRecovery {
    private final RecoveryCodes codes;
    private final Accounts accounts;
    private final Addresses addresses;
    private final DoorChanges changes;
    private final DoorKeeping keeping;
    private final DoorNews news;
    private final SignInRates rates;
    private final Clock clock;

    CodeRecovery(
            RecoveryCodes codes,
            Accounts accounts,
            Addresses addresses,
            DoorChanges changes,
            DoorKeeping keeping,
            DoorNews news,
            SignInRates rates,
            Clock clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.addresses = addresses;
        this.changes = changes;
        this.keeping = keeping;
        this.news = news;
        this.rates = rates;
        this.clock = clock;
    }

    /// Asks to be let in again.
    ///
    /// @param reference as it was typed, in one spelling
    /// @param person    whose number that is, if it is anybody's
    /// @param network   where the request came from, as an IP address
    @Transactional
    public CodeRecoveryResult ask(
            String reference, Optional<PersonId> person, String typed, String email, String network) {
        var code = RecoveryCode.parse(typed);
        var address = EmailAddress.of(email);
        if (rates.tooManyCodesFrom(network)) return new TooManyFromThere();
        if (code.isEmpty()) return new NotACode();
        if (address.isEmpty()) return new NotAnAddress();
        // Silently: an answer of its own would show that somebody else tries.
        if (rates.tooManyCodesFor(reference)) return new Asked();

        var meant = person.orElseGet(() -> new PersonId(UUID.randomUUID()));
        accounts.lock(meant);
        if (codes.fits(meant, code.get())) begin(meant, address.get());
        return new Asked();
    }

    /// Whether a link shows that a new address is read.
    public boolean canProve(String link) {
        return asked(link).isPresent();
    }

    /// Whoever reads the new address says so. The code is used up, and the 48 hours begin.
    ///
    /// @return wrong where the link is over
    @Transactional
    public CodeResult prove(String link) {
        var found = asked(link).flatMap(each -> changes.lock(each.id())).filter(this::isAsked);
        if (found.isEmpty()) return CodeResult.WRONG;
        var change = found.get();
        var owner = keeping.address(change).flatMap(addresses::lockOwner);
        if (owner.filter(each -> !each.equals(change.person())).isPresent()) return CodeResult.TAKEN;

        codes.remove(change.person());
        changes.agreed(change);
        keeping.settle(changes.owned(change), Actor.of(change.person()));
        return CodeResult.RIGHT;
    }

    /// What a counter began goes before; what the same code began before, behind.
    private void begin(PersonId person, EmailAddress address) {
        var open = changes.openOf(person).stream()
                .filter(each -> each.kind() == Kind.RECOVERY)
                .toList();
        if (open.stream().anyMatch(each -> !each.isByCode())) return;

        open.forEach(each -> changes.become(each, State.LAPSED));
        var stop = news.fresh();
        var reads = news.fresh();
        var change = keeping.begin(person, address);
        changes.add(change, new DoorChanges.Links(stop, null, reads));
        keeping.record(Deed.RECOVERY_CODE_USED, Actor.of(person), change);
        news.send(Letter.DOORS_OWN, person, address.value(), "/doors/" + reads.text(), change.due());
        news.tellHowToStop(person, stop, change.due());
    }

    private Optional<DoorChange> asked(String link) {
        return changes.by(DoorChanges.Link.OWN, link).filter(this::isAsked);
    }

    private boolean isAsked(DoorChange change) {
        return change.isByCode()
                && change.state() == State.ASKED
                && change.due().isAfter(clock.instant());
    }
}
