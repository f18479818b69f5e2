package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.Stage;
import org.kith.server.notify.NoticeKind;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives times to those who wait, one after another in their order. A time is one transaction; of several servers one
/// gives out a centre's times.
@Component
public class GiveOut {
    /// Long enough to answer, to travel, and to be told before others could come at short notice.
    static final Duration LEAD = Duration.ofDays(3);

    /// Whoever is silent is asked again after this, and a third time.
    private static final Duration SILENCE = Duration.ofDays(7);

    private static final int OFFERS = 3;
    private static final int AT_ONCE = 200;

    private final VisitQueue queue;
    private final Centres centres;
    private final Applications applications;
    private final Appointments appointments;
    private final Slots slots;
    private final Visits visits;
    private final Parties parties;
    private final OnePlace onePlace;
    private final Offers offers;
    private final Offering offering;
    private final Standbys standbys;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GiveOut(
            VisitQueue queue,
            Centres centres,
            Applications applications,
            Appointments appointments,
            Slots slots,
            Visits visits,
            Parties parties,
            OnePlace onePlace,
            Offers offers,
            Offering offering,
            Standbys standbys,
            Deadlines deadlines,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.centres = centres;
        this.applications = applications;
        this.appointments = appointments;
        this.slots = slots;
        this.visits = visits;
        this.parties = parties;
        this.onePlace = onePlace;
        this.offers = offers;
        this.offering = offering;
        this.standbys = standbys;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    public void round() {
        passOn();
        for (var id : queue.centres()) {
            centres.find(id).filter(Centre::open).ifPresent(this::giveOut);
        }
    }

    void giveOut(Centre centre) {
        for (var given = 0; given < AT_ONCE; given++) {
            if (!transaction.execute(_ -> giveNext(centre))) return;
        }
    }

    /// False where nobody waits any more, or nothing is free.
    private boolean giveNext(Centre centre) {
        if (!appointments.holdCounters(centre.id())) return false;
        var next = queue.next(centre.id());
        if (next.isEmpty()) return false;
        var locked = applications.lockIfFree(next.get().application());
        // They are doing something about it this very moment.
        if (locked.isEmpty()) return false;
        var application = locked.get();
        var request = queue.of(application.id())
                .filter(each -> each.state() == VisitQueue.State.WAITING)
                .filter(each -> each.centre().equals(centre.id()));
        if (request.isEmpty()) return true;

        return give(centre, application, request.get());
    }

    private boolean give(Centre centre, Application application, VisitQueue.Request request) {
        var kind = visits.kind(application).filter(_ -> visits.isBookable(application));
        if (kind.isEmpty()) {
            queue.served(application.id());
            return true;
        }
        // Whoever has a passport has one place, by however many accounts they ask.
        if (onePlace.isTaken(application)) return later(request, Duration.ofDays(1));
        var party = Asking.with(application.id(), stillWaiting(request.along()));
        var length = parties.length(kind.get(), party);
        if (!Asking.hasRoomFor(centre, length)) return later(request, Duration.ofDays(1));
        var held = slots.next(centre, clock.instant().plus(LEAD), 5, length).stream()
                .flatMap(slot -> appointments.take(centre, slot.start(), length).stream())
                .findFirst();
        if (held.isEmpty()) return false;

        var cause = request.first() ? Offer.Cause.MOVED : Offer.Cause.QUEUE;
        offering.hold(application, kind.get(), held.get(), cause, stillWaiting(request.along()), centre, true);
        queue.become(application.id(), VisitQueue.State.OFFERED, clock.instant(), request.passed());
        return true;
    }

    private boolean later(VisitQueue.Request request, Duration wait) {
        queue.become(
                request.application(), VisitQueue.State.WAITING, clock.instant().plus(wait), request.passed());
        return true;
    }

    private Set<ApplicationId> stillWaiting(Set<ApplicationId> along) {
        return along.stream()
                .filter(each -> applications
                        .find(each)
                        .filter(other -> other.stage() == Stage.SUBMITTED)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /// What is held no longer goes to the next.
    void passOn() {
        for (var offer : offers.over(clock.instant(), AT_ONCE)) {
            transaction.executeWithoutResult(_ -> passOn(offer.id()));
        }
    }

    private void passOn(OfferId id) {
        var found = offers.find(id).orElseThrow();
        var locked = applications.lockIfFree(found.application());
        if (locked.isEmpty()) return;
        var offer = offers.find(id).orElseThrow();
        if (offer.state() != Offer.State.OPEN || clock.instant().isBefore(offer.until())) return;

        var passed =
                queue.of(offer.application()).map(VisitQueue.Request::passed).orElse(0) + 1;
        offering.end(offer, Offer.State.OVER, clock.instant().plus(SILENCE), passed);
        standbys.rest(offer.application(), clock.instant().plus(SILENCE));
        var isSilent = offer.cause() != Offer.Cause.STANDBY && passed >= OFFERS;
        if (isSilent) stopAsking(locked.get());
        centres.find(offer.centre())
                .ifPresent(centre -> offering.tell(locked.get(), NoticeKind.VISIT_OFFER_OVER, offer, centre));
    }

    /// They may ask again at any time, with the same day of filing; the time to do so runs.
    private void stopAsking(Application application) {
        queue.served(application.id());
        if (application.stage() == Stage.SUBMITTED) deadlines.visitIsChosen(application.id(), clock.instant());
    }
}
