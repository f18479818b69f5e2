package org.kith.server.desk;

import java.util.Locale;
import java.util.Optional;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.centre.BookingId;
import org.kith.server.family.Guardianship;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.Receipt;
import org.kith.server.identity.Receipts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands a person the receipt of their visit, in their language, on the day of the visit and at its centre.
@Service
public class ReceiptRoom {
    private final DoneVisits visits;
    private final Applications applications;
    private final IdentityChecks checks;
    private final Receipts receipts;
    private final Guardianship guardians;
    private final Journal journal;

    ReceiptRoom(
            DoneVisits visits,
            Applications applications,
            IdentityChecks checks,
            Receipts receipts,
            Guardianship guardians,
            Journal journal) {
        this.visits = visits;
        this.applications = applications;
        this.checks = checks;
        this.receipts = receipts;
        this.guardians = guardians;
        this.journal = journal;
    }

    /// A receipt to hand over.
    ///
    /// @param mayPrint whether paper may do the person harm where they live (then not)
    public record Handed(String reference, Receipt receipt, boolean mayPrint) {}

    @Transactional
    public Optional<Handed> open(BookingId id, Actor.Officer registrar) {
        var booking = visits.find(id, registrar);
        if (booking.isEmpty()) return Optional.empty();

        var application = applications.find(booking.get().application()).orElseThrow();
        var receipt = checks.at(id).flatMap(check -> receipts.of(application, check, language(application)));
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
                visits.mayPrint(application, booking.get())));
    }

    private Locale language(Application application) {
        return guardians.language(application.person()).orElse(Locale.ENGLISH);
    }
}
