package org.kith.server.decision;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kith.server.decision.Decision.State;
import org.springframework.stereotype.Component;

/// The notices that stand over something issued: given since it was last put in order, and not withdrawn. **A notice
/// that
/// was withdrawn is no hearing.**
@Component
class MeasureNotices {
    private final Decisions decisions;
    private final Clock clock;

    MeasureNotices(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /// The newest first.
    List<Decision> standing(Subject subject) {
        return decisions.about(subject).stream()
                .filter(decision -> decision.state() == State.MADE)
                .takeWhile(decision -> !ends(decision.verdict()))
                .filter(decision -> isNotice(decision.verdict()))
                .toList();
    }

    /// The notice of a measure, for the cause it was announced for.
    Optional<Decision> of(Subject subject, Measure measure, String cause) {
        return standing(subject).stream()
                .filter(notice -> notice.verdict() == measure.announcement())
                .filter(notice -> cause.equals(notice.ground() == null ? "" : notice.ground()))
                .findFirst();
    }

    /// Whether the holder was heard on that measure and cause: they answered, or had their time.
    boolean wereHeard(Subject subject, Measure measure, String cause) {
        return of(subject, measure, cause)
                .filter(notice -> notice.wasHeard(clock.instant()))
                .isPresent();
    }

    boolean isStanding(Decision notice) {
        return standing(notice.subject()).stream().anyMatch(each -> each.id().equals(notice.id()));
    }

    static boolean isNotice(Verdict verdict) {
        return verdict == Verdict.ANNOUNCE_SUSPENSION || verdict == Verdict.ANNOUNCE_REVOCATION;
    }

    private static boolean ends(Verdict verdict) {
        return verdict == Verdict.RESTORE || verdict == Verdict.WITHDRAW_NOTICE || verdict == Verdict.REVOKE;
    }
}
