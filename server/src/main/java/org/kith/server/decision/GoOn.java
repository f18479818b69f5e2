package org.kith.server.decision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.decision.AnswerTimes.Running;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds people 14 and 3 days before their time to answer or to appeal is over. After it, what waited for an answer
/// goes back to its caseworker as it is, and a refusal is final. **Silence decides nothing, and no time is over that
/// nobody was reminded of.**
@Component
class GoOn {
    private static final int AT_ONCE = 50;
    private static final Period FIRST = Period.ofDays(14);
    private static final Period LAST = Period.ofDays(3);

    private final AnswerTimes times;
    private final Decisions decisions;
    private final AwaitedAnswers awaited;
    private final Stops stops;
    private final Applications applications;
    private final Notices notices;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GoOn(
            AnswerTimes times,
            Decisions decisions,
            AwaitedAnswers awaited,
            Stops stops,
            Applications applications,
            Notices notices,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.times = times;
        this.decisions = decisions;
        this.awaited = awaited;
        this.stops = stops;
        this.applications = applications;
        this.notices = notices;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void round() {
        var due = times.dueAt(clock.instant(), AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(decision -> transaction.executeWithoutResult(_ -> look(decision)));
            due = due.size() < AT_ONCE ? List.of() : times.dueAt(clock.instant(), AT_ONCE);
        }
    }

    private void look(DecisionId id) {
        var decision = decisions.lock(id).orElseThrow();
        // Another server may have looked, or the person answered, between finding and holding it.
        var found = times.of(id).filter(each -> !each.nextAt().isAfter(clock.instant()));
        if (found.isEmpty()) return;
        if (!awaited.isAwaited(decision)) {
            times.end(id);
            return;
        }
        var running = found.get();
        if (stops.isStopped(decision.subject())) {
            times.put(new Running(id, running.warned(), clock.instant().plus(Duration.ofDays(1))));
            return;
        }
        var until = Objects.requireNonNull(decision.answerUntil());
        var reminder = running.warned() == 0 ? until.minus(FIRST) : until.minus(LAST);
        if (running.warned() < 2 && today().isBefore(reminder)) wait(running, reminder);
        else if (running.warned() < 2) remind(decision, running, until);
        else if (!isOver(until)) times.put(new Running(id, 2, end(until)));
        else goOn(decision, until);
    }

    /// Where a reminder comes late, the end does too.
    private void remind(Decision decision, Running running, LocalDate until) {
        var soonest = today().plus(LAST);
        var told = until.isBefore(soonest) ? soonest : until;
        if (told.isAfter(until)) decisions.answerUntil(decision.id(), told);
        var isLast = running.warned() == 1 || !told.minus(LAST).isAfter(today().plusDays(1));
        notices.tell(decision.person(), due(decision), told, cause(decision, until + " " + running.warned()));
        var next = isLast ? end(told) : midnight(told.minus(LAST));
        times.put(new Running(decision.id(), isLast ? 2 : 1, next));
    }

    private void goOn(Decision decision, LocalDate until) {
        times.end(decision.id());
        if (decision.subject().kind() == Subject.Kind.APPLICATION) {
            var application =
                    applications.lock(new ApplicationId(decision.subject().id()));
            var step = isAppealable(decision) ? Step.CLOSE : Step.GO_ON;
            if (!(applications.take(application, step, Party.SYSTEM) instanceof Moved)) return;

            journal.record(
                    isAppealable(decision) ? Deed.APPEAL_TIME_OVER : Deed.ANSWER_TIME_OVER,
                    Actor.house(),
                    decision.person(),
                    application.id().asCase(),
                    Details.of(Detail.DECISION, decision.id().value()));
        }
        notices.tell(decision.person(), over(decision), until, cause(decision, "over"));
    }

    private static boolean isAppealable(Decision decision) {
        return decision.verdict() == Verdict.REFUSE || decision.verdict() == Verdict.REVOKE;
    }

    private static NoticeKind due(Decision decision) {
        return isAppealable(decision) ? NoticeKind.APPEAL_DUE : NoticeKind.ANSWER_DUE;
    }

    private static NoticeKind over(Decision decision) {
        return isAppealable(decision) ? NoticeKind.APPEAL_TIME_OVER : NoticeKind.ANSWER_TIME_OVER;
    }

    private void wait(Running running, LocalDate day) {
        times.put(new Running(running.decision(), running.warned(), midnight(day)));
    }

    private boolean isOver(LocalDate until) {
        return Decision.isOver(until, clock.instant());
    }

    private static Instant end(LocalDate until) {
        return Decision.endOf(until);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static UUID cause(Decision decision, String what) {
        return UUID.nameUUIDFromBytes((decision.id().value() + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
