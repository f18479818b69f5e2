package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.CardCauses.Cause;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.Decisions.Draft;
import org.kith.server.decision.Judged.Held;
import org.kith.server.decision.MeasureResult.Decided;
import org.kith.server.decision.MeasureResult.NoSuchCause;
import org.kith.server.decision.MeasureResult.NotHeardYet;
import org.kith.server.decision.MeasureResult.NotNow;
import org.kith.server.decision.MeasureResult.Proposed;
import org.kith.server.decision.MeasureResult.Stopped;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Suspends and revokes after hearing, and suspends at once only for what the programme lists; restores; announces, and
/// takes announcements back. Each is a numbered decision with a letter.
@Service
public class Measures {
    private final Decisions decisions;
    private final MeasureNotices notices;
    private final Stops stops;
    private final AnswerTimes times;
    private final Conflicts conflicts;
    private final List<Judged> judged;
    private final Programme programme;
    private final DecisionLetters letters;
    private final DecisionJournal journal;
    private final Clock clock;

    Measures(
            Decisions decisions,
            MeasureNotices notices,
            Stops stops,
            AnswerTimes times,
            Conflicts conflicts,
            List<Judged> judged,
            Programme programme,
            DecisionLetters letters,
            DecisionJournal journal,
            Clock clock) {
        this.decisions = decisions;
        this.notices = notices;
        this.stops = stops;
        this.times = times;
        this.conflicts = conflicts;
        this.judged = judged;
        this.programme = programme;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public MeasureResult decide(Subject subject, Measure measure, MeasureWhy why, Officer officer) {
        if (stops.isStopped(subject)) return new Stopped();
        var held = possible(subject, measure, officer);
        if (held.isEmpty()) return new NotNow();
        if (!isListed(held.get(), measure, why)) return new NoSuchCause();
        if (measure.takes() && !isAtOnce(held.get(), measure, why) && !wasHeard(subject, measure, why.cause())) {
            return new NotHeardYet(noticeUntil(subject, measure, why.cause()));
        }

        var draft = draft(subject, held.get(), measure.verdict(), why);
        if (pack(held.get()).twoPeople().contains(measure.twoPersonDeed())) {
            var proposed =
                    decisions.add(draft, State.PROPOSED, officer.id(), until(draft.pack(), measure, why.cause()));
            letters.write(proposed.id());
            journal.record(Deed.MEASURE_PROPOSED, officer.as(Role.CASEWORKER), proposed);
            return new Proposed(proposed);
        }
        var made = decisions.add(draft, State.MADE, officer.id(), null);
        carryOut(made, officer.as(Role.CASEWORKER));
        letters.send(made.id());
        return new Decided(made);
    }

    /// Tells a holder what is intended, for what cause and why, and until when they can answer. Their card stays as it
    /// is.
    @Transactional
    public MeasureResult announce(Subject subject, Measure measure, MeasureWhy why, Officer officer) {
        if (stops.isStopped(subject)) return new Stopped();
        var verdict = measure.announcement();
        var held = possible(subject, measure, officer);
        if (verdict == null || held.isEmpty()) return new NotNow();
        if (!isListed(held.get(), measure, why)) return new NoSuchCause();
        if (notices.of(subject, measure, why.cause()).isPresent()) return new NotNow();

        var until = day(pack(held.get()).limits().answer());
        var made = decisions.add(draft(subject, held.get(), verdict, why), State.MADE, officer.id(), until);
        times.begin(made, clock.instant());
        letters.send(made.id());
        journal.record(Objects.requireNonNull(measure.announced()), officer.as(Role.CASEWORKER), made);
        return new Decided(made);
    }

    /// Takes back what was announced; it counts as no hearing any more.
    @Transactional
    public MeasureResult withdrawNotice(Subject subject, MeasureWhy why, Officer officer) {
        if (stops.isStopped(subject)) return new Stopped();
        var held = register(subject).lock(subject);
        var standing = notices.standing(subject);
        if (held.isEmpty() || standing.isEmpty() || isWaiting(subject)) return new NotNow();
        if (conflicts.stands(held.get().person(), officer.id())) return new NotNow();

        standing.forEach(notice -> times.end(notice.id()));
        var draft = correcting(standing.getFirst().id(), subject, held.get(), Verdict.WITHDRAW_NOTICE, why);
        var made = decisions.add(draft, State.MADE, officer.id(), null);
        letters.send(made.id());
        journal.record(Deed.NOTICE_WITHDRAWN, officer.as(Role.CASEWORKER), made);
        return new Decided(made);
    }

    /// What stands announced over something, the newest first.
    public List<Decision> announced(Subject subject) {
        return notices.standing(subject);
    }

    /// Whether something about it still hangs on what its holder says; a notice that was withdrawn asks for nothing.
    public boolean isOpen(Decision decision) {
        return !MeasureNotices.isNotice(decision.verdict()) || notices.isStanding(decision);
    }

    /// Whether its holder was heard on that measure and cause.
    public boolean wasHeard(Subject subject, Measure measure, String cause) {
        return notices.wereHeard(subject, measure, cause);
    }

    boolean isPossible(Decision waiting) {
        var held = register(waiting.subject()).lock(waiting.subject());
        return held.isPresent()
                && held.get().possible().contains(measure(waiting))
                && !stops.isStopped(waiting.subject());
    }

    /// Carries out what was decided. The time to answer or appeal begins now, not when it was proposed.
    void carryOut(Decision decision, Actor.Officer officer) {
        var measure = measure(decision);
        var until = until(decision.pack(), measure, decision.ground() == null ? "" : decision.ground());
        if (until != null) decisions.answerUntil(decision.id(), until);
        if (measure == Measure.REVOKE) times.begin(decision, clock.instant());
        register(decision.subject()).carryOut(decision.subject(), measure, decision.id(), officer);
        notices.standing(decision.subject()).forEach(notice -> times.end(notice.id()));
    }

    /// It stands as the measure needs it, nothing waits for a signature, and the officer has no interest in its holder.
    private Optional<Held> possible(Subject subject, Measure measure, Officer officer) {
        return register(subject)
                .lock(subject)
                .filter(held -> held.possible().contains(measure) && !isWaiting(subject))
                .filter(held -> !conflicts.stands(held.person(), officer.id()));
    }

    /// A programme that lists no causes asks for none.
    private boolean isListed(Held held, Measure measure, MeasureWhy why) {
        var use = measure.use();
        var causes = pack(held).measures();
        if (use.isEmpty() || causes.causes().isEmpty()) return why.cause().isEmpty();
        return causes.find(why.cause())
                .filter(cause -> cause.uses().contains(use.get()))
                .isPresent();
    }

    private boolean isAtOnce(Held held, Measure measure, MeasureWhy why) {
        return measure == Measure.SUSPEND
                && pack(held).measures().find(why.cause()).filter(Cause::atOnce).isPresent();
    }

    private @Nullable LocalDate noticeUntil(Subject subject, Measure measure, String cause) {
        return notices.of(subject, measure, cause).map(Decision::answerUntil).orElse(null);
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

    private static Draft draft(Subject subject, Held held, Verdict verdict, MeasureWhy why) {
        return correcting(null, subject, held, verdict, why);
    }

    private static Draft correcting(
            @Nullable DecisionId corrects, Subject subject, Held held, Verdict verdict, MeasureWhy why) {
        var cause = why.cause().isEmpty() ? null : why.cause();
        return new Draft(subject, held.person(), verdict, held.pack(), cause, why.words(), corrects);
    }

    /// A suspension at once is answered afterwards; what was heard is appealed.
    private @Nullable LocalDate until(String pack, Measure measure, String cause) {
        if (!measure.takes()) return null;

        var then = programme.version(pack).programme();
        var heardAfterwards = measure == Measure.SUSPEND
                && then.measures().find(cause).filter(Cause::atOnce).isPresent();
        return day(heardAfterwards ? then.limits().answer() : then.limits().appeal());
    }

    private org.kith.pack.programme.Programme pack(Held held) {
        return programme.version(held.pack()).programme();
    }

    private static Measure measure(Decision decision) {
        return java.util.Arrays.stream(Measure.values())
                .filter(measure -> measure.verdict() == decision.verdict())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(decision.verdict() + " changes nothing that was issued"));
    }

    private LocalDate day(Period from) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plus(from);
    }
}
