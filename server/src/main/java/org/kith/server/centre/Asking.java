package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks to be given a time, or to be called at short notice, in the applicant's own name.
@Service
public class Asking {
    private final Applications applications;
    private final Bookings bookings;
    private final Offers offers;
    private final VisitQueue queue;
    private final Standbys standbys;
    private final Visits visits;
    private final Parties parties;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Clock clock;

    Asking(
            Applications applications,
            Bookings bookings,
            Offers offers,
            VisitQueue queue,
            Standbys standbys,
            Visits visits,
            Parties parties,
            Deadlines deadlines,
            Journal journal,
            Clock clock) {
        this.applications = applications;
        this.bookings = bookings;
        this.offers = offers;
        this.queue = queue;
        this.standbys = standbys;
        this.visits = visits;
        this.parties = parties;
        this.deadlines = deadlines;
        this.journal = journal;
        this.clock = clock;
    }

    /// What came of it.
    public enum Asked {
        DONE,
        /// Nothing is waited for, or a visit is booked.
        NOT_BOOKABLE,
        /// A time is held already: it wants an answer first.
        ANSWER_FIRST,
        /// The centre is never open for as long as so many people take.
        TOO_LONG
    }

    /// From then on the time to choose a visit does not run: there is none to choose.
    ///
    /// @param along others of the family who wait as well
    @Transactional
    public Asked ask(ApplicationId id, Centre centre, Set<ApplicationId> along) {
        var application = applications.lock(id);
        if (application.stage() != Stage.SUBMITTED || !visits.isBookable(application)) return Asked.NOT_BOOKABLE;
        if (offers.openOf(id).isPresent()) return Asked.ANSWER_FIRST;
        var family = parties.along(application, VisitKind.IDENTITY).stream()
                .map(ComesAlong.Companion::application)
                .filter(along::contains)
                .collect(Collectors.toSet());
        if (!hasRoomFor(centre, parties.length(VisitKind.IDENTITY, with(id, family)))) return Asked.TOO_LONG;

        queue.ask(application, centre.id(), false, family);
        deadlines.visitIsGivenOut(id);
        record(Deed.VISIT_ASKED_FOR, application, centre.id());
        return Asked.DONE;
    }

    /// Asks no longer. Their day of filing stays theirs, should they ask again.
    @Transactional
    public void leave(ApplicationId id) {
        var application = applications.lock(id);
        var request = queue.of(id);
        if (request.isEmpty() || offers.openOf(id).isPresent()) return;

        queue.served(id);
        if (application.stage() == Stage.SUBMITTED) deadlines.visitIsChosen(id, clock.instant());
        record(Deed.VISIT_ASKED_FOR_NO_LONGER, application, request.get().centre());
    }

    /// Can come at short notice: to a place that was freed, sooner than what they have.
    @Transactional
    public Asked standBy(ApplicationId id, Centre centre) {
        return standBy(id, centre, null);
    }

    /// @param registrar who enters a person that stands before them; null where they do it themselves
    Asked standBy(ApplicationId id, Centre centre, Actor.@Nullable Officer registrar) {
        var application = applications.lock(id);
        var waits = application.stage() == Stage.SUBMITTED || application.stage() == Stage.BOOKED;
        var here = bookings.openOf(id).filter(each -> each.state() != BookingState.BOOKED);
        if (!waits || here.isPresent()) return Asked.NOT_BOOKABLE;

        standbys.join(id, centre.id());
        record(
                Deed.STANDBY_JOINED,
                registrar == null ? Actor.of(application.person()) : registrar,
                application,
                centre.id());
        return Asked.DONE;
    }

    @Transactional
    public void noStandBy(ApplicationId id) {
        var application = applications.lock(id);
        var centre = standbys.of(id);
        if (standbys.leave(id)) record(Deed.STANDBY_LEFT, application, centre.orElseThrow());
    }

    static boolean hasRoomFor(Centre centre, Duration length) {
        return centre.hours().weekly().stream()
                .anyMatch(each -> !Duration.between(each.opens(), each.closes())
                        .minus(length)
                        .isNegative());
    }

    static Set<ApplicationId> with(ApplicationId id, Set<ApplicationId> along) {
        var all = new HashSet<>(along);
        all.add(id);
        return all;
    }

    private void record(Deed deed, Application application, CentreId centre) {
        record(deed, Actor.of(application.person()), application, centre);
    }

    private void record(Deed deed, Actor actor, Application application, CentreId centre) {
        journal.record(
                deed,
                actor,
                application.person(),
                new Case(CaseKind.APPLICATION, application.id().value()),
                Details.of(Detail.CENTRE, centre.value()));
    }
}
