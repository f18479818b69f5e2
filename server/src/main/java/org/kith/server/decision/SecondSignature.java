package org.kith.server.decision;

import java.util.Optional;
import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.SigningResult.Differed;
import org.kith.server.decision.SigningResult.GivenBack;
import org.kith.server.decision.SigningResult.NotReady;
import org.kith.server.decision.SigningResult.NothingToSign;
import org.kith.server.decision.SigningResult.SameOfficer;
import org.kith.server.decision.SigningResult.SecondOfficerNeeded;
import org.kith.server.decision.SigningResult.Signed;
import org.kith.server.decision.SigningResult.TookPart;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where a second officer agrees with a proposal, gives it back, or sees it otherwise.
@Service
public class SecondSignature {
    private final Decisions decisions;
    private final DifferingViews views;
    private final Appeals appeals;
    private final Applications applications;
    private final CaseFacts facts;
    private final Obstacles obstacles;
    private final Stops stops;
    private final Impartiality impartiality;
    private final Conflicts conflicts;
    private final Measures measures;
    private final Effects effects;
    private final AppealEffects appealEffects;
    private final DecisionLetters letters;
    private final DecisionJournal journal;

    SecondSignature(
            Decisions decisions,
            DifferingViews views,
            Appeals appeals,
            Applications applications,
            CaseFacts facts,
            Obstacles obstacles,
            Stops stops,
            Impartiality impartiality,
            Conflicts conflicts,
            Measures measures,
            Effects effects,
            AppealEffects appealEffects,
            DecisionLetters letters,
            DecisionJournal journal) {
        this.decisions = decisions;
        this.views = views;
        this.appeals = appeals;
        this.applications = applications;
        this.facts = facts;
        this.obstacles = obstacles;
        this.stops = stops;
        this.impartiality = impartiality;
        this.conflicts = conflicts;
        this.measures = measures;
        this.effects = effects;
        this.appealEffects = appealEffects;
        this.letters = letters;
        this.journal = journal;
    }

    @Transactional
    public SigningResult sign(DecisionId id, Officer officer) {
        var found = decisions.lock(id);
        if (found.isEmpty() || found.get().state() != State.PROPOSED) return new NothingToSign();
        var waiting = found.get();
        var barred = barred(waiting, officer);
        if (barred.isPresent()) return barred.get();
        var missing = missing(waiting);
        if (!missing.isEmpty()) return new NotReady(missing);
        if (!mayStillBeMade(waiting)) return new NothingToSign();

        var words = decisions.words(waiting).orElseThrow();
        var made = decisions.settle(waiting, State.MADE, officer.id(), words);
        carryOut(made, as(made, officer));
        return new Signed(made);
    }

    /// Sends a proposal back to the officer who made it; it counts for nothing then.
    ///
    /// @param why in words for the first officer
    @Transactional
    public SigningResult giveBack(DecisionId id, String why, Officer officer) {
        var found = decisions.lock(id);
        if (found.isEmpty() || found.get().state() != State.PROPOSED) return new NothingToSign();
        var barred = barred(found.get(), officer);
        if (barred.isPresent()) return barred.get();

        var words = decisions.words(found.get()).orElseThrow().returnedFor(why);
        var returned = decisions.settle(found.get(), State.RETURNED, officer.id(), words);
        sendBack(returned);
        journal.record(returned(returned), as(returned, officer), returned);
        return new GivenBack(returned);
    }

    /// Writes down that the second officer sees it otherwise. The proposal counts for nothing then; their view stays
    /// with it, and **a third officer decides**: two who differ do not wear each other down.
    ///
    /// @param instead what it should be
    @Transactional
    public SigningResult differ(DecisionId id, Verdict instead, String view, Officer officer) {
        var found = decisions.lock(id);
        if (found.isEmpty() || found.get().state() != State.PROPOSED) return new NothingToSign();
        var waiting = found.get();
        var barred = barred(waiting, officer);
        if (barred.isPresent()) return barred.get();

        views.add(waiting, instead, view);
        var words = decisions.words(waiting).orElseThrow();
        var returned = decisions.settle(waiting, State.RETURNED, officer.id(), words);
        sendBack(returned);
        journal.record(Deed.VIEW_DIFFERED, as(returned, officer), returned);
        return new Differed(returned);
    }

    /// Why this officer may not be the second one; nothing where they may.
    private Optional<SigningResult> barred(Decision waiting, Officer officer) {
        if (waiting.first().equals(officer.id())) return Optional.of(new SameOfficer());
        if (!officer.is(role(waiting))) return Optional.of(new TookPart());
        if (conflicts.stands(waiting.person(), officer.id())) return Optional.of(new SecondOfficerNeeded());
        if (waiting.verdict().isOnAppeal()) {
            var appeal = appeals.openAbout(waiting.subject());
            if (appeal.isEmpty()) return Optional.of(new NothingToSign());
            var appealed = decisions.find(appeal.get().decision()).orElseThrow();
            return impartiality.mayHear(appeal.get(), appealed, officer.id())
                    ? Optional.empty()
                    : Optional.of(new TookPart());
        }
        // Whoever once saw a holder's passport may well look after their card.
        if (waiting.subject().kind() == Subject.Kind.CARD) return Optional.empty();
        if (facts.confirmedIdentity(application(waiting), officer.id())) return Optional.of(new SecondOfficerNeeded());
        return impartiality.mayDecide(application(waiting), officer.id())
                ? Optional.empty()
                : Optional.of(new TookPart());
    }

    private void carryOut(Decision made, Actor.Officer officer) {
        if (made.verdict().isOnAppeal()) {
            appealEffects.follow(appeals.openAbout(made.subject()).orElseThrow(), made, officer);
            return;
        }
        switch (made.subject().kind()) {
            case APPLICATION -> effects.follow(made, officer);
            case CARD -> {
                measures.carryOut(made, officer);
                letters.send(made.id());
            }
        }
    }

    /// What was there when it was proposed may be gone: consent can be taken back until it is signed.
    private Set<Requirement> missing(Decision waiting) {
        if (stops.isStopped(waiting.subject())) return Set.of(Requirement.STOPPED);
        if (conflicts.stands(waiting.person(), waiting.first())) return Set.of(Requirement.PROPOSED_WITHOUT_INTEREST);
        var ground = waiting.ground();
        if (waiting.subject().kind() != Subject.Kind.APPLICATION || ground == null) return Set.of();
        if (waiting.verdict() == Verdict.UPHOLD) return Set.of();

        var words = decisions.words(waiting).orElseThrow();
        var finding = waiting.verdict() == Verdict.REFUSE
                ? new Finding.Refusal(ground, words.reason(), words.cure(), "")
                : new Finding.Approval(ground, words.reason(), "");
        return obstacles.missing(application(waiting), finding);
    }

    private Application application(Decision decision) {
        return applications.find(new ApplicationId(decision.subject().id())).orElseThrow();
    }

    private boolean mayStillBeMade(Decision waiting) {
        return switch (waiting.subject().kind()) {
            case APPLICATION -> isCorrection(waiting) ? stillRefused(waiting) : step(waiting, step(waiting.verdict()));
            case CARD -> waiting.verdict().isOnAppeal() || measures.isPossible(waiting);
        };
    }

    private static Step step(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> Step.APPROVE;
            case REFUSE -> Step.REFUSE;
            default -> AppealRuling.step(verdict);
        };
    }

    private void sendBack(Decision returned) {
        if (returned.subject().kind() != Subject.Kind.APPLICATION || isCorrection(returned)) return;

        step(returned, Step.SEND_BACK);
    }

    /// What corrects a refusal moves nothing on: refused it is already.
    private static boolean isCorrection(Decision decision) {
        return decision.verdict() == Verdict.REFUSE && decision.corrects() != null;
    }

    private boolean stillRefused(Decision correction) {
        var application =
                applications.lock(new ApplicationId(correction.subject().id()));
        return application.stage() == Stage.REFUSED;
    }

    private boolean step(Decision decision, Step step) {
        var application = applications.lock(new ApplicationId(decision.subject().id()));
        return applications.take(application, step, Party.SECOND_OFFICER) instanceof Moved;
    }

    private static Deed returned(Decision decision) {
        if (decision.verdict().isOnAppeal()) return Deed.APPEAL_VERDICT_RETURNED;
        return switch (decision.verdict()) {
            case APPROVE -> Deed.APPROVAL_RETURNED;
            case REFUSE -> Deed.REFUSAL_RETURNED;
            default -> Deed.MEASURE_RETURNED;
        };
    }

    /// Who signs such a decision second.
    private static Role role(Decision decision) {
        return decision.verdict().isOnAppeal() ? Role.APPEALS : Role.SUPERVISOR;
    }

    private static Actor.Officer as(Decision decision, Officer officer) {
        return officer.as(role(decision));
    }
}
