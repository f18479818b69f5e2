package org.kith.server.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.Deadlines.Deadline;
import org.kith.server.application.Deadlines.Kind;
import org.kith.server.application.StillNeeded;
import org.kith.server.application.Stopped;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.kith.server.programme.Programme;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets go of drafts, papers, photos, and sent applications that nobody visits a centre for, when the time is over that
/// the programme promised, and says so 14 and 3 days before. **Nothing goes unwarned: where a warning comes late, the
/// end does too.**
///
/// A lot is one transaction: killed between two lots, the next round goes on where this one stopped.
@Component
class LetGo {
    private static final int AT_ONCE = 50;
    private static final Duration FIRST_WARNING = Duration.ofDays(14);
    private static final Duration LAST_WARNING = Duration.ofDays(3);
    private static final UUID HOUSE = new UUID(0, 0);

    private final Deadlines deadlines;
    private final Applications applications;
    private final Remains remains;
    private final ObjectProvider<Stopped> stops;
    private final List<StillNeeded> needs;
    private final Programme programme;
    private final Notices notices;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LetGo(
            Deadlines deadlines,
            Applications applications,
            Remains remains,
            ObjectProvider<Stopped> stops,
            List<StillNeeded> needs,
            Programme programme,
            Notices notices,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.deadlines = deadlines;
        this.applications = applications;
        this.remains = remains;
        this.stops = stops;
        this.needs = List.copyOf(needs);
        this.programme = programme;
        this.notices = notices;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void round() {
        while (transaction.execute(_ -> some()) == AT_ONCE) {
            // The next lot.
        }
    }

    /// Looks at a lot, and says at how many.
    private int some() {
        var gone = new EnumMap<Kind, Integer>(Kind.class);
        var seen = 0;
        for (var due : deadlines.dueAt(clock.instant(), AT_ONCE)) {
            var application = applications.lockIfFree(due.application());
            if (application.isEmpty()) continue;
            // Somebody may have touched it between finding and holding it.
            var deadline = deadlines
                    .of(due.application(), due.kind())
                    .filter(each -> !each.nextAt().isAfter(clock.instant()));
            if (deadline.isEmpty()) continue;

            seen++;
            if (look(application.get(), deadline.get())) gone.merge(due.kind(), 1, Integer::sum);
        }
        gone.forEach((kind, count) -> journal.record(
                removed(kind), Actor.house(), new Case(CaseKind.HOUSE, HOUSE), Details.of(Detail.COUNT, count)));
        return seen;
    }

    /// Whether it went.
    private boolean look(Application application, Deadline deadline) {
        var now = clock.instant();
        var due = deadline.due(kept(application, deadline.kind()));
        var nothing = !remains.any(application, deadline.kind());
        if (nothing) deadlines.remove(deadline);
        if (nothing) return false;

        if (stops.stream().anyMatch(each -> each.isStopped(application.id()))
                || isNeeded(application, deadline.kind())) {
            return wait(deadline, deadline.warned(), deadline.notBefore(), now.plus(Duration.ofDays(1)));
        }
        var first = due.minus(FIRST_WARNING);
        if (now.isBefore(first)) return wait(deadline, 0, null, first);
        if (deadline.warned() == 0 || (deadline.warned() == 1 && !now.isBefore(due.minus(LAST_WARNING)))) {
            return warn(application, deadline, later(due, now.plus(LAST_WARNING)));
        }
        if (now.isBefore(due)) {
            var last = due.minus(LAST_WARNING);
            return wait(deadline, deadline.warned(), deadline.notBefore(), deadline.warned() == 1 ? last : due);
        }

        remains.remove(application, deadline);
        said(application, deadline, day(now));
        return true;
    }

    private boolean isNeeded(Application application, Kind kind) {
        return (kind == Kind.PAPERS || kind == Kind.PHOTO)
                && needs.stream().anyMatch(need -> need.isNeeded(application));
    }

    /// What lies there already says that a thing has gone; that an application lapsed is news.
    private void said(Application application, Deadline deadline, LocalDate day) {
        if (deadline.kind() == Kind.VISIT) {
            notices.tell(application.person(), gone(deadline.kind()), day, cause(deadline));
        } else {
            notices.leave(application.person(), gone(deadline.kind()), day, cause(deadline));
        }
    }

    private boolean warn(Application application, Deadline deadline, Instant goes) {
        var last = goes.minus(LAST_WARNING);
        var isLast = deadline.warned() == 1 || !last.isAfter(clock.instant().plus(Duration.ofDays(1)));
        notices.tell(application.person(), going(deadline.kind()), day(goes), cause(deadline));
        return wait(deadline, isLast ? 2 : 1, goes, isLast ? goes : last);
    }

    private boolean wait(Deadline deadline, int warned, @Nullable Instant notBefore, Instant nextAt) {
        deadlines.put(
                new Deadline(deadline.application(), deadline.kind(), deadline.since(), warned, notBefore, nextAt));
        return false;
    }

    /// An application keeps the limits of the day it was started.
    private Period kept(Application application, Kind kind) {
        var limits = programme.version(application.pack()).programme().limits();
        return switch (kind) {
            case DRAFT -> limits.draftKept();
            case PAPERS -> limits.papersKept();
            case PHOTO -> limits.photosKept();
            case VISIT -> limits.lapse();
        };
    }

    /// The same for the same warning, so that a lot that is repeated says nothing twice.
    private static UUID cause(Deadline deadline) {
        var words = deadline.application() + " " + deadline.kind() + " " + deadline.since() + " " + deadline.warned();
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Deed removed(Kind kind) {
        return switch (kind) {
            case DRAFT -> Deed.DRAFTS_REMOVED;
            case PAPERS -> Deed.PAPERS_REMOVED;
            case PHOTO -> Deed.PHOTOS_REMOVED;
            case VISIT -> Deed.LAPSED;
        };
    }

    private static NoticeKind going(Kind kind) {
        return switch (kind) {
            case DRAFT -> NoticeKind.DRAFT_GOES;
            case PAPERS -> NoticeKind.PAPERS_GO;
            case PHOTO -> NoticeKind.PHOTO_GOES;
            case VISIT -> NoticeKind.VISIT_DUE;
        };
    }

    private static NoticeKind gone(Kind kind) {
        return switch (kind) {
            case DRAFT -> NoticeKind.DRAFT_GONE;
            case PAPERS -> NoticeKind.PAPERS_GONE;
            case PHOTO -> NoticeKind.PHOTO_GONE;
            case VISIT -> NoticeKind.VISIT_LAPSED;
        };
    }
}
