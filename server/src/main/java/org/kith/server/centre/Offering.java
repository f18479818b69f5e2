package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Holds a time for somebody, tells them, and lets it go again.
@Component
class Offering {
    private final Offers offers;
    private final VisitQueue queue;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;

    Offering(Offers offers, VisitQueue queue, Notices notices, Journal journal, Clock clock) {
        this.offers = offers;
        this.queue = queue;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /// How long people have to answer: whoever lost a time by no doing of theirs has the longest.
    static Duration patience(Offer.Cause cause) {
        return switch (cause) {
            case MOVED -> Duration.ofDays(5);
            case QUEUE -> Duration.ofDays(2);
            case STANDBY -> Duration.ofHours(12);
        };
    }

    /// @param told whether a letter says so; whoever was moved out has one that says both
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(
            Application application,
            VisitKind kind,
            Appointment appointment,
            Offer.Cause cause,
            Set<ApplicationId> along,
            Centre centre,
            boolean told) {
        var now = clock.instant();
        var last = appointment.startsAt().minus(Reservation.NOTICE);
        var until = now.plus(patience(cause));
        var offer = new Offer(
                new OfferId(UUID.randomUUID()),
                application.id(),
                appointment.id(),
                appointment.centre(),
                appointment.startsAt(),
                appointment.length(),
                kind,
                cause,
                until.isBefore(last) ? until : last,
                Offer.State.OPEN,
                along);
        offers.add(offer, now);
        record(Deed.VISIT_OFFERED, Actor.house(), application, offer);
        if (told) tell(application, NoticeKind.VISIT_OFFERED, offer, centre);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void tell(Application application, NoticeKind kind, Offer offer, Centre centre) {
        var day = LocalDate.ofInstant(offer.until(), centre.hours().zone());
        notices.tell(application.person(), kind, day, offer.id().value());
    }

    /// Where somebody's offer is over without a yes, they wait on as before.
    ///
    /// @param again when they may be asked next
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Offer offer, Offer.State state, Instant again, int passed) {
        offers.become(offer.id(), state);
        queue.of(offer.application())
                .filter(request -> request.state() == VisitQueue.State.OFFERED)
                .ifPresent(_ -> queue.become(offer.application(), VisitQueue.State.WAITING, again, passed));
    }

    void record(Deed deed, Actor actor, Application application, Offer offer) {
        journal.record(
                deed,
                actor,
                application.person(),
                new Case(CaseKind.BOOKING, offer.id().value()),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.CENTRE, offer.centre().value())
                        .and(Detail.STARTS_AT, offer.startsAt())
                        .and(Detail.ENDS_AT, offer.until()));
    }
}
