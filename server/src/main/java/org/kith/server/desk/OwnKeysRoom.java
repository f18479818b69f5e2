package org.kith.server.desk;

import java.util.Locale;
import java.util.Optional;
import org.kith.server.account.Accounts;
import org.kith.server.account.CodeGiving;
import org.kith.server.account.PersonPasskeys;
import org.kith.server.account.RecoveryCode;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.VisitGuard;
import org.kith.server.identity.IdentityChecks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Offers a person whose identity was just confirmed keys of their own: a passkey on their own telephone, and a
/// recovery
/// code. **Only the registrar who confirmed it does, on the day of the visit, and learns no more than whether there is
/// a
/// passkey.**
@Service
public class OwnKeysRoom {
    private final DoneVisits visits;
    private final Bookings bookings;
    private final Applications applications;
    private final IdentityChecks checks;
    private final Accounts accounts;
    private final PersonPasskeys passkeys;
    private final CodeGiving codes;
    private final VisitGuard guard;
    private final Journal journal;

    OwnKeysRoom(
            DoneVisits visits,
            Bookings bookings,
            Applications applications,
            IdentityChecks checks,
            Accounts accounts,
            PersonPasskeys passkeys,
            CodeGiving codes,
            VisitGuard guard,
            Journal journal) {
        this.visits = visits;
        this.bookings = bookings;
        this.applications = applications;
        this.checks = checks;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.codes = codes;
        this.guard = guard;
        this.journal = journal;
    }

    /// What the counter learns.
    ///
    /// @param own whether they come in by themselves, and not a guardian for them
    public record Opened(String reference, boolean own, boolean passkey) {}

    /// A code to be handed over, and the language its person reads.
    public record Given(String reference, RecoveryCode code, Locale language, boolean mayPrint) {}

    @Transactional
    public Optional<Opened> open(BookingId id, Actor.Officer registrar) {
        return find(id, registrar).map(visit -> {
            var person = visit.application().person();
            journal.look(
                    Deed.CASE_OPENED,
                    registrar,
                    person,
                    new Case(CaseKind.BOOKING, id.value()),
                    LookPurpose.IDENTITY_CHECK);
            return new Opened(visit.reference(), accounts.exists(person), passkeys.any(person));
        });
    }

    /// At the person's wish.
    @Transactional
    public Optional<Given> give(BookingId id, Actor.Officer registrar) {
        return find(id, registrar).flatMap(visit -> {
            var person = visit.application().person();
            var mayPrint = visits.mayPrint(visit.application(), visit.booking());
            return codes.give(person, registrar)
                    .map(code -> new Given(visit.reference(), code, accounts.language(person), mayPrint));
        });
    }

    private record Visit(Booking booking, Application application) {
        String reference() {
            return application.filedReference().orElseThrow().printed();
        }
    }

    private Optional<Visit> find(BookingId id, Actor.Officer registrar) {
        var booking = bookings.find(id);
        if (booking.isEmpty()) return Optional.empty();
        var application = applications.find(booking.get().application()).orElseThrow();
        if (guard.refuses(booking.get(), application, registrar)) return Optional.empty();

        return visits.find(id, registrar)
                .filter(_ -> checks.lastOf(application)
                        .filter(check -> check.booking().equals(id) && check.confirmed())
                        .filter(check -> check.officer().equals(registrar.id()))
                        .isPresent())
                .map(each -> new Visit(each, application));
    }
}
