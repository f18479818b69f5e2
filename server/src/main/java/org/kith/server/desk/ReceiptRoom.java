package org.kith.server.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.kith.server.account.Accounts;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.centre.Around.Discretion;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centres;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.Receipt;
import org.kith.server.identity.Receipts;
import org.kith.server.programme.Programme;
import org.kith.server.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands a person the receipt of their visit, in their language, on the day of the visit and at its centre.
@Service
public class ReceiptRoom {
    private final Bookings bookings;
    private final Applications applications;
    private final IdentityChecks checks;
    private final Receipts receipts;
    private final Accounts accounts;
    private final Centres centres;
    private final Vault vault;
    private final Programme programme;
    private final Journal journal;
    private final Clock clock;

    ReceiptRoom(
            Bookings bookings,
            Applications applications,
            IdentityChecks checks,
            Receipts receipts,
            Accounts accounts,
            Centres centres,
            Vault vault,
            Programme programme,
            Journal journal,
            Clock clock) {
        this.bookings = bookings;
        this.applications = applications;
        this.checks = checks;
        this.receipts = receipts;
        this.accounts = accounts;
        this.centres = centres;
        this.vault = vault;
        this.programme = programme;
        this.journal = journal;
        this.clock = clock;
    }

    /// A receipt to hand over.
    ///
    /// @param mayPrint whether paper may do the person harm where they live (then not)
    public record Handed(String reference, Receipt receipt, boolean mayPrint) {}

    @Transactional
    public Optional<Handed> open(BookingId id, Actor.Officer registrar) {
        var booking = bookings.find(id)
                .filter(each -> Attendance.isAtCentreOf(each, registrar))
                .filter(each -> each.state() == BookingState.SEEN)
                .filter(this::isToday);
        if (booking.isEmpty()) return Optional.empty();

        var application = applications.find(booking.get().application()).orElseThrow();
        var receipt = checks.at(id)
                .flatMap(check -> receipts.of(application, check, accounts.language(application.person())));
        if (receipt.isEmpty()) return Optional.empty();

        journal.look(
                Deed.CASE_OPENED,
                registrar,
                application.person(),
                new Case(CaseKind.BOOKING, id.value()),
                LookPurpose.IDENTITY_CHECK);
        return Optional.of(new Handed(
                application.filedReference().orElseThrow().printed(),
                receipt.get(),
                mayPrint(application, booking.get())));
    }

    private boolean mayPrint(Application application, Booking booking) {
        var country = vault.country(application.person()).value();
        var centre = centres.find(booking.centre()).orElseThrow();
        return programme.current().rollout().profileFor(country).print()
                && !centre.around().without().contains(Discretion.PRINT);
    }

    private boolean isToday(Booking booking) {
        var zone = centres.find(booking.centre()).orElseThrow().hours().zone();
        return LocalDate.ofInstant(booking.startsAt(), zone).equals(LocalDate.now(clock.withZone(zone)));
    }
}
