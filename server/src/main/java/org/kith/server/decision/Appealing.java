package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.decision.AppealResult.Appealed;
import org.kith.server.decision.AppealResult.AppealedBefore;
import org.kith.server.decision.AppealResult.NothingToAppeal;
import org.kith.server.decision.AppealResult.TooLate;
import org.kith.server.decision.Decision.State;
import org.kith.server.programme.Programme;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people hold against a refusal, a suspension or a revocation. **The last day counts wherever they live**: it is
/// over when it is over at UTC-12, and not a second before.
@Service
public class Appealing {
    private final Decisions decisions;
    private final Appeals appeals;
    private final Applications applications;
    private final AnswerTimes times;
    private final Programme programme;
    private final DecisionJournal journal;
    private final Clock clock;

    Appealing(
            Decisions decisions,
            Appeals appeals,
            Applications applications,
            AnswerTimes times,
            Programme programme,
            DecisionJournal journal,
            Clock clock) {
        this.decisions = decisions;
        this.appeals = appeals;
        this.applications = applications;
        this.times = times;
        this.programme = programme;
        this.journal = journal;
        this.clock = clock;
    }

    /// The last day on which a decision can be appealed; empty where it cannot be, or was.
    public Optional<LocalDate> until(Decision decision) {
        if (decision.state() != State.MADE || !decision.verdict().mayBeAppealed()) return Optional.empty();
        if (appeals.against(decision.id()).isPresent() || !stands(decision)) return Optional.empty();

        return Optional.of(lastDay(decision));
    }

    /// Whether there is time to appeal it still.
    public boolean isOpen(Decision decision) {
        return until(decision).filter(last -> !isOver(last)).isPresent();
    }

    /// Takes an appeal, once.
    ///
    /// @param hearing whether the person wants to be heard face to face
    @Transactional
    public AppealResult appeal(DecisionId id, PersonId person, String words, boolean hearing) {
        var found = decisions.lock(id).filter(decision -> decision.person().equals(person));
        if (found.isEmpty()) return new NothingToAppeal();
        var decision = found.get();
        if (appeals.against(id).isPresent()) return new AppealedBefore();
        var last = until(decision);
        if (last.isEmpty()) return late(decision);
        if (isOver(last.get())) return new TooLate(last.get());
        if (!moveOn(decision)) return new NothingToAppeal();

        appeals.add(decision, words, hearing);
        times.end(id);
        journal.record(Deed.APPEALED, Actor.of(person), decision);
        return new Appealed();
    }

    /// The person does without being heard face to face.
    @Transactional
    public boolean dropHearing(DecisionId id, PersonId person) {
        var found = appeals.against(id)
                .filter(appeal -> appeal.person().equals(person))
                .flatMap(appeal -> appeals.lock(appeal.id()))
                .filter(appeal -> appeal.isOpen() && appeal.hearing() == Appeal.Hearing.WANTED);
        found.ifPresent(appeals::dropHearing);
        return found.isPresent();
    }

    /// Where a refusal is final by time, its person hears that it was the time.
    private AppealResult late(Decision decision) {
        var last = decision.answerUntil();
        return decision.verdict() == Verdict.REFUSE && last != null && isOver(last)
                ? new TooLate(last)
                : new NothingToAppeal();
    }

    private boolean moveOn(Decision decision) {
        if (decision.subject().kind() != Subject.Kind.APPLICATION) return true;

        var application = applications.lock(new ApplicationId(decision.subject().id()));
        return applications.take(application, Step.APPEAL, Party.APPLICANT) instanceof Moved;
    }

    /// Nothing came after it that undoes it or takes its place.
    private boolean stands(Decision decision) {
        return switch (decision.subject().kind()) {
            case APPLICATION ->
                stage(decision) == Stage.REFUSED
                        && last(decision, Verdict.REFUSE)
                                .filter(decision::equals)
                                .isPresent();
            case CARD ->
                last(decision, Verdict.RESTORE).filter(decision::equals).isPresent();
        };
    }

    private @Nullable Stage stage(Decision decision) {
        return applications
                .find(new ApplicationId(decision.subject().id()))
                .map(application -> application.stage())
                .orElse(null);
    }

    /// The newest that can be appealed, or, if that came later, what undoes it.
    private Optional<Decision> last(Decision decision, Verdict undoing) {
        return decisions.about(decision.subject()).stream()
                .filter(each -> each.state() == State.MADE)
                .filter(each -> each.verdict().mayBeAppealed() || each.verdict() == undoing)
                .findFirst();
    }

    /// A suspension has a time to answer beside it; it can be appealed for as long as a revocation.
    private LocalDate lastDay(Decision decision) {
        if (decision.verdict() != Verdict.SUSPEND) return Objects.requireNonNull(decision.answerUntil());

        return decision.day()
                .plus(programme.version(decision.pack()).programme().limits().appeal());
    }

    private boolean isOver(LocalDate last) {
        return Decision.isOver(last, clock.instant());
    }
}
