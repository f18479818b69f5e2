package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.Decisions.Draft;
import org.kith.server.decision.Judged.Held;
import org.kith.server.decision.MeasureResult.Decided;
import org.kith.server.decision.MeasureResult.NotHeardYet;
import org.kith.server.decision.MeasureResult.NotNow;
import org.kith.server.decision.MeasureResult.Proposed;
import org.kith.server.notify.Outbox;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Suspends at once and hears afterwards; revokes only after hearing; restores. Each is a numbered decision.
@Service
public class Measures {
    private final Decisions decisions;
    private final AnswerTimes times;
    private final List<Judged> judged;
    private final Programme programme;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    Measures(
            Decisions decisions,
            AnswerTimes times,
            List<Judged> judged,
            Programme programme,
            Outbox outbox,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.times = times;
        this.judged = judged;
        this.programme = programme;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public MeasureResult decide(Subject subject, Measure measure, String reason, Officer officer) {
        var held = register(subject).lock(subject);
        if (held.isEmpty() || !held.get().possible().contains(measure) || isWaiting(subject)) return new NotNow();
        if (measure == Measure.REVOKE && !wasHeard(subject)) return new NotHeardYet(noticeUntil(subject));

        var until = measure == Measure.RESTORE ? null : day(limit(held.get(), measure));
        var draft = draft(subject, held.get(), measure.verdict(), reason);
        if (pack(held.get()).twoPeople().contains(measure.twoPersonDeed())) {
            var proposed = decisions.add(draft, State.PROPOSED, officer.id(), until);
            journal.record(
                    Deed.MEASURE_PROPOSED,
                    officer.as(Role.CASEWORKER),
                    proposed.person(),
                    caseOf(subject),
                    details(proposed));
            return new Proposed(proposed);
        }
        var made = decisions.add(draft, State.MADE, officer.id(), until);
        carryOut(made, officer.as(Role.CASEWORKER));
        outbox.tell(made.person(), made.id().value());
        return new Decided(made);
    }

    /// Tells a holder that a revocation is intended, why, and until when they can answer.
    @Transactional
    public MeasureResult announceRevocation(Subject subject, String reason, Officer officer) {
        var held = register(subject).lock(subject);
        if (held.isEmpty() || !held.get().possible().contains(Measure.REVOKE) || isWaiting(subject))
            return new NotNow();

        var draft = draft(subject, held.get(), Verdict.ANNOUNCE_REVOCATION, reason);
        var until = day(pack(held.get()).limits().answer());
        var made = decisions.add(draft, State.MADE, officer.id(), until);
        times.begin(made, clock.instant());
        outbox.tell(made.person(), made.id().value());
        journal.record(
                Deed.REVOCATION_ANNOUNCED, officer.as(Role.CASEWORKER), made.person(), caseOf(subject), details(made));
        return new Decided(made);
    }

    /// Whether the holder was heard: on a notice since the last time their card was put in order.
    public boolean wasHeard(Subject subject) {
        return notices(subject).anyMatch(notice -> notice.wasHeard(clock.instant()));
    }

    boolean isPossible(Decision waiting) {
        var held = register(waiting.subject()).lock(waiting.subject());
        return held.isPresent() && held.get().possible().contains(measure(waiting));
    }

    void carryOut(Decision decision, Actor.Officer officer) {
        register(decision.subject()).carryOut(decision.subject(), measure(decision), decision.id(), officer);
    }

    private java.util.stream.Stream<Decision> notices(Subject subject) {
        return decisions.about(subject).stream()
                .filter(decision -> decision.state() == State.MADE)
                .takeWhile(decision -> decision.verdict() != Verdict.RESTORE)
                .filter(decision -> decision.verdict().isNotice());
    }

    private @org.jspecify.annotations.Nullable LocalDate noticeUntil(Subject subject) {
        return notices(subject).findFirst().map(Decision::answerUntil).orElse(null);
    }

    private boolean isWaiting(Subject subject) {
        return decisions.about(subject).stream().anyMatch(decision -> decision.state() == State.PROPOSED);
    }

    private Judged register(Subject subject) {
        return judged.stream()
                .filter(register -> register.kind() == subject.kind())
                .findFirst()
                .orElseThrow();
    }

    private static Draft draft(Subject subject, Held held, Verdict verdict, String reason) {
        return new Draft(subject, held.person(), verdict, held.pack(), null, DecisionWords.reasons(reason));
    }

    /// A suspension is answered afterwards; a revocation that was heard is appealed.
    private Period limit(Held held, Measure measure) {
        var limits = pack(held).limits();
        return measure == Measure.REVOKE ? limits.appeal() : limits.answer();
    }

    private org.kith.pack.programme.Programme pack(Held held) {
        return programme.version(held.pack()).programme();
    }

    private static Measure measure(Decision decision) {
        return switch (decision.verdict()) {
            case SUSPEND -> Measure.SUSPEND;
            case RESTORE -> Measure.RESTORE;
            case REVOKE -> Measure.REVOKE;
            case APPROVE, ASK_MORE, ANNOUNCE_REFUSAL, ANNOUNCE_REVOCATION ->
                throw new IllegalArgumentException(decision.verdict() + " changes nothing that was issued");
        };
    }

    private static Case caseOf(Subject subject) {
        return new Case(CaseKind.CARD, subject.id());
    }

    private static Details details(Decision decision) {
        return Details.of(Detail.DECISION, decision.id().value());
    }

    private LocalDate day(Period from) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plus(from);
    }
}
