package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.centre.OfferResult.Accepted;
import org.kith.server.centre.OfferResult.Declined;
import org.kith.server.centre.OfferResult.NotTheirs;
import org.kith.server.centre.OfferResult.Over;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says yes or no to a time that is held. **Only for the application it is held for**, and once.
@Service
public class AnsweringOffers {
    /// Whoever said no is not asked the very next minute.
    private static final Duration REST = Duration.ofDays(1);

    private final Applications applications;
    private final Offers offers;
    private final Offering offering;
    private final Appointments appointments;
    private final Bookings bookings;
    private final Visits visits;
    private final Parties parties;
    private final Standbys standbys;
    private final Entry entry;
    private final Clock clock;

    AnsweringOffers(
            Applications applications,
            Offers offers,
            Offering offering,
            Appointments appointments,
            Bookings bookings,
            Visits visits,
            Parties parties,
            Standbys standbys,
            Entry entry,
            Clock clock) {
        this.applications = applications;
        this.offers = offers;
        this.offering = offering;
        this.appointments = appointments;
        this.bookings = bookings;
        this.visits = visits;
        this.parties = parties;
        this.standbys = standbys;
        this.entry = entry;
        this.clock = clock;
    }

    @Transactional
    public OfferResult accept(ApplicationId id, OfferId offerId) {
        var found = lock(id, offerId);
        if (found.isEmpty()) return new NotTheirs();
        var offer = found.get();
        if (offer.state() == Offer.State.ACCEPTED) return new Accepted();
        var application = applications.find(id).orElseThrow();
        if (!stands(offer, application)) return new Over();

        var appointment = appointments.find(offer.appointment()).orElseThrow();
        if (bookings.openOf(id).isPresent()) entry.move(application, appointment, true);
        else {
            var lead = bookings.together(appointment.id()).stream().noneMatch(Booking::lead);
            entry.book(application, offer.kind(), appointment, lead, Deed.BOOKED);
            offer.along().stream()
                    .map(each -> applications.find(each).orElseThrow())
                    .filter(each -> each.stage() == Stage.SUBMITTED && comesAlong(application, each))
                    .forEach(each -> entry.book(each, offer.kind(), appointment, false, Deed.BOOKED));
        }
        offers.become(offerId, Offer.State.ACCEPTED);
        standbys.leave(id);
        return new Accepted();
    }

    @Transactional
    public OfferResult decline(ApplicationId id, OfferId offerId) {
        var found = lock(id, offerId);
        if (found.isEmpty()) return new NotTheirs();
        var offer = found.get();
        if (offer.state() != Offer.State.OPEN) return new Over();

        var again = clock.instant().plus(REST);
        offering.end(offer, Offer.State.DECLINED, again, 0);
        standbys.rest(id, again);
        offering.record(
                Deed.VISIT_OFFER_DECLINED,
                Actor.of(applications.find(id).orElseThrow().person()),
                applications.find(id).orElseThrow(),
                offer);
        return new Declined();
    }

    /// Holds the application, and those who come along, in the order of ids as everybody does.
    private Optional<Offer> lock(ApplicationId id, OfferId offerId) {
        var all = new TreeSet<>(Comparator.comparing(ApplicationId::value));
        all.add(id);
        offers.find(offerId)
                .filter(offer -> offer.application().equals(id))
                .ifPresent(offer -> all.addAll(offer.along()));
        all.forEach(applications::lockIfThere);
        return offers.find(offerId).filter(offer -> offer.application().equals(id));
    }

    private boolean stands(Offer offer, Application application) {
        var booked = bookings.openOf(application.id());
        return offer.state() == Offer.State.OPEN
                && clock.instant().isBefore(offer.until())
                && visits.kind(application).filter(offer.kind()::equals).isPresent()
                && booked.filter(each -> each.state() != BookingState.BOOKED).isEmpty()
                && (booked.isEmpty() || offer.cause() == Offer.Cause.STANDBY);
    }

    private boolean comesAlong(Application application, Application other) {
        return bookings.openOf(other.id()).isEmpty()
                && parties.along(application, VisitKind.IDENTITY).stream()
                        .anyMatch(each -> each.application().equals(other.id()));
    }
}
