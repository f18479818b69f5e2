package org.kith.server.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kith.pack.programme.TimeLimits;
import org.kith.server.application.Deadlines.Kind;
import org.kith.server.application.MoreTimeResult.Given;
import org.kith.server.application.MoreTimeResult.GivenBefore;
import org.kith.server.application.MoreTimeResult.NothingRuns;
import org.kith.server.application.MoreTimeResult.UsedUp;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.programme.Programme;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How long a sent application waits for a visit to a centre, and how a person puts that off.
@Service
public class VisitTime {
    private final Applications applications;
    private final Deadlines deadlines;
    private final Programme programme;
    private final Journal journal;
    private final Clock clock;

    VisitTime(Applications applications, Deadlines deadlines, Programme programme, Journal journal, Clock clock) {
        this.applications = applications;
        this.deadlines = deadlines;
        this.programme = programme;
        this.journal = journal;
        this.clock = clock;
    }

    /// The time that runs.
    ///
    /// @param until the last whole day
    /// @param left  how often it can be put off
    public record Running(LocalDate until, int left) {}

    /// Empty where nobody waits for a visit.
    public Optional<Running> of(Application application) {
        var limits = limits(application);
        return deadlines
                .of(application.id(), Kind.VISIT)
                .map(deadline ->
                        new Running(day(deadline.due(limits.lapse())), left(limits, deadlines.extended(deadline))));
    }

    /// Gives more time, once for each press.
    ///
    /// @param shown the last day that the person saw when they pressed the button
    @Transactional
    public MoreTimeResult extend(PersonId person, LocalDate shown) {
        var application = applications.openOf(person).flatMap(open -> applications.lockIfThere(open.id()));
        var found = application.flatMap(held -> deadlines.of(held.id(), Kind.VISIT));
        if (found.isEmpty()) return new NothingRuns();
        var limits = limits(application.get());
        var extended = deadlines.extended(found.get());
        var until = day(found.get().due(limits.lapse()));
        if (until.isAfter(shown)) return new GivenBefore(until);
        if (left(limits, extended) == 0) return new UsedUp(limits.extensions());

        deadlines.extend(found.get(), limits.extension(), clock.instant());
        var now = deadlines.of(application.get().id(), Kind.VISIT).map(later -> day(later.due(limits.lapse())));
        journal.record(
                Deed.TIME_EXTENDED,
                Actor.of(person),
                person,
                application.get().id().asCase(),
                Details.of(Detail.ENDS_ON, now.orElseThrow()));
        return new Given(now.orElseThrow(), left(limits, extended + 1));
    }

    private TimeLimits limits(Application application) {
        return programme.version(application.pack()).programme().limits();
    }

    private static int left(TimeLimits limits, int extended) {
        return Math.max(0, limits.extensions() - extended);
    }

    /// It lapses in the course of the day after.
    private static LocalDate day(Instant due) {
        return LocalDate.ofInstant(due, ZoneOffset.UTC).minusDays(1);
    }
}
