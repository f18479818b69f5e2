package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Closes a centre, or some of its counters, at short notice, and opens it again. Who is booked then is moved out
/// afterwards, by [MoveOut].
@Service
public class Closing {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Closures closures;
    private final Journal journal;
    private final Clock clock;

    Closing(Closures closures, Journal journal, Clock clock) {
        this.closures = closures;
        this.journal = journal;
        this.clock = clock;
    }

    /// What came of it.
    public enum Closed {
        DONE,
        /// The very same is closed already.
        BEFORE,
        /// It is past, ends before it begins, or never ends.
        NO_TIME,
        /// The centre does not have so many counters.
        NO_SUCH_COUNTERS,
        /// A manager of another centre.
        ANOTHER_CENTRE
    }

    /// Closes it; whoever is booked then is looked after at once, by a job.
    ///
    /// @param counters how many; null for the whole centre
    @Transactional
    public Closed close(Centre centre, Instant from, Instant until, @Nullable Integer counters, Actor.Officer manager) {
        if (!mayClose(centre, manager)) return refuse(centre, manager);
        var isTime = from.isBefore(until)
                && until.isAfter(clock.instant())
                && Duration.between(from, until).compareTo(LONGEST) <= 0;
        if (!isTime) return Closed.NO_TIME;
        if (counters != null && (counters < 1 || counters > centre.counters())) return Closed.NO_SUCH_COUNTERS;

        var closure = new Closure(UUID.randomUUID(), from, until, counters);
        if (!closures.add(centre.id(), closure, manager.id())) return Closed.BEFORE;
        closures.changed(centre.id());
        record(Deed.CENTRE_CLOSED_AT_SHORT_NOTICE, centre, closure, manager);
        return Closed.DONE;
    }

    /// Those who were moved out have been offered another time; they may choose the old one again.
    @Transactional
    public Closed lift(Centre centre, UUID id, Actor.Officer manager) {
        if (!mayClose(centre, manager)) return refuse(centre, manager);
        var closure = closures.find(centre.id(), id);
        if (closure.isEmpty() || !closures.lift(centre.id(), id)) return Closed.BEFORE;

        record(Deed.CENTRE_CLOSURE_LIFTED, centre, closure.get(), manager);
        return Closed.DONE;
    }

    /// A manager without a centre is at headquarters, and closes any.
    public static boolean mayClose(Centre centre, Actor.Officer manager) {
        return manager.unit() == null || manager.unit().equals(centre.id().value());
    }

    private Closed refuse(Centre centre, Actor.Officer manager) {
        journal.record(
                Deed.ACCESS_REFUSED,
                manager,
                new Case(CaseKind.CENTRE, centre.id().value()));
        return Closed.ANOTHER_CENTRE;
    }

    private void record(Deed deed, Centre centre, Closure closure, Actor.Officer manager) {
        var counters = closure.counters();
        var details = Details.of(Detail.STARTS_AT, closure.from()).and(Detail.ENDS_AT, closure.until());
        journal.record(
                deed,
                manager,
                new Case(CaseKind.CENTRE, centre.id().value()),
                counters == null ? details : details.and(Detail.COUNT, counters));
    }
}
