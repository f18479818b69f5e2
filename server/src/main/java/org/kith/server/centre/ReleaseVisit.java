package org.kith.server.centre;

import org.kith.server.application.ApplicationId;
import org.kith.server.application.ApplicationWithdrawn;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Gives the place of a withdrawn applicant to somebody else.
@Component
class ReleaseVisit {
    private final Applications applications;
    private final Bookings bookings;
    private final Offers offers;
    private final VisitQueue queue;
    private final Standbys standbys;
    private final Journal journal;

    ReleaseVisit(
            Applications applications,
            Bookings bookings,
            Offers offers,
            VisitQueue queue,
            Standbys standbys,
            Journal journal) {
        this.applications = applications;
        this.bookings = bookings;
        this.offers = offers;
        this.queue = queue;
        this.standbys = standbys;
        this.journal = journal;
    }

    @ApplicationModuleListener
    void on(ApplicationWithdrawn withdrawn) {
        var application = applications.lock(new ApplicationId(withdrawn.applicationId()));
        offers.openOf(application.id()).ifPresent(offer -> offers.become(offer.id(), Offer.State.OVER));
        queue.served(application.id());
        standbys.leave(application.id());
        var held = bookings.openOf(application.id());
        if (held.isEmpty()) return;

        bookings.become(held.get().id(), BookingState.CANCELLED);
        journal.record(
                Deed.BOOKING_CANCELLED,
                Actor.house(),
                application.person(),
                new Case(CaseKind.BOOKING, held.get().id().value()),
                Details.of(Detail.APPLICATION, application.id().value()));
    }
}
