package org.kith.server.decision;

import java.util.Set;
import org.kith.pack.programme.TwoPersonDeed;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.audit.Deed;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.DecisionResult.AlreadyDecided;
import org.kith.server.decision.DecisionResult.Decided;
import org.kith.server.decision.DecisionResult.HeldByAnother;
import org.kith.server.decision.DecisionResult.NotHeard;
import org.kith.server.decision.DecisionResult.NotReady;
import org.kith.server.decision.DecisionResult.Proposed;
import org.kith.server.decision.DecisionResult.SecondOfficerNeeded;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Refuses an application. **Nobody is refused unheard**: a notice on that very ground was given, and its person
/// answered it or had their time. A notice can be taken back.
@Service
public class Refusals {
    private final Applications applications;
    private final Heard heard;
    private final CaseDrafts drafts;
    private final CaseFacts facts;
    private final Conflicts conflicts;
    private final Hands hands;
    private final Stops stops;
    private final Decisions decisions;
    private final AnswerTimes times;
    private final Effects effects;
    private final Programme programme;
    private final DecisionLetters letters;
    private final DecisionJournal journal;

    Refusals(
            Applications applications,
            Heard heard,
            CaseDrafts drafts,
            CaseFacts facts,
            Conflicts conflicts,
            Hands hands,
            Stops stops,
            Decisions decisions,
            AnswerTimes times,
            Effects effects,
            Programme programme,
            DecisionLetters letters,
            DecisionJournal journal) {
        this.applications = applications;
        this.heard = heard;
        this.drafts = drafts;
        this.facts = facts;
        this.conflicts = conflicts;
        this.hands = hands;
        this.stops = stops;
        this.decisions = decisions;
        this.times = times;
        this.effects = effects;
        this.programme = programme;
        this.letters = letters;
        this.journal = journal;
    }

    /// @param underReview held, with nothing in the way but that its person be heard
    DecisionResult refuse(Application underReview, Finding.Refusal refusal, Officer officer) {
        var notice = heard.notice(underReview, refusal.ground());
        if (notice.isEmpty()) return new NotHeard(null);
        if (!heard.isHeard(notice.get())) return new NotHeard(notice.get().answerUntil());

        var words = DecisionWords.refusing(refusal.reason(), refusal.cure()).writtenIn(refusal.language());
        var draft = drafts.of(underReview, Verdict.REFUSE, refusal.ground(), words);
        if (needsSecond(underReview)) {
            take(underReview, Step.PROPOSE_REFUSAL);
            var proposed = decisions.add(draft, State.PROPOSED, officer.id(), null);
            letters.write(proposed.id());
            journal.record(Deed.REFUSAL_PROPOSED, officer.as(Role.CASEWORKER), proposed);
            return new Proposed(proposed);
        }
        take(underReview, Step.REFUSE);
        var made = decisions.add(draft, State.MADE, officer.id(), null);
        effects.follow(made, officer.as(Role.CASEWORKER));
        return new Decided(made);
    }

    /// Takes back the notice that waits for an answer. It counts as no hearing any more.
    @Transactional
    public DecisionResult withdrawNotice(ApplicationId id, String reason, Officer officer) {
        var application = applications.lock(id);
        var notice = decisions.about(Subject.of(id)).stream()
                .filter(decision -> decision.verdict() == Verdict.ANNOUNCE_REFUSAL)
                .findFirst();
        if (application.stage() != Stage.REFUSAL_ANNOUNCED || notice.isEmpty()) {
            return new AlreadyDecided(application.stage());
        }
        if (facts.confirmedIdentity(application, officer.id())) return new SecondOfficerNeeded();
        if (conflicts.stands(application.person(), officer.id())) return new SecondOfficerNeeded();
        if (!hands.mayDecide(application.id(), officer)) return new HeldByAnother();
        if (stops.isStopped(id)) return new NotReady(Set.of(Requirement.STOPPED));

        take(application, Step.WITHDRAW_NOTICE);
        times.end(notice.get().id());
        var draft = drafts.correcting(
                notice.get().id(),
                application,
                Verdict.WITHDRAW_NOTICE,
                notice.get().ground(),
                DecisionWords.reasons(reason));
        var made = decisions.add(draft, State.MADE, officer.id(), null);
        effects.follow(made, officer.as(Role.CASEWORKER));
        return new Decided(made);
    }

    private boolean needsSecond(Application application) {
        var programmeThen = programme.version(application.pack()).programme();
        return programmeThen.twoPeople().contains(TwoPersonDeed.REFUSE);
    }

    private void take(Application application, Step step) {
        if (!(applications.take(application, step, Party.CASEWORKER) instanceof Moved)) {
            throw new IllegalStateException("no " + step + " from " + application.stage());
        }
    }
}
