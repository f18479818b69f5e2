package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kith.pack.programme.TwoPersonDeed;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Deed;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.DecisionResult.AlreadyDecided;
import org.kith.server.decision.DecisionResult.Decided;
import org.kith.server.decision.DecisionResult.HeldByAnother;
import org.kith.server.decision.DecisionResult.NotHeard;
import org.kith.server.decision.DecisionResult.NotReady;
import org.kith.server.decision.DecisionResult.Proposed;
import org.kith.server.decision.DecisionResult.SecondOfficerNeeded;
import org.kith.server.decision.DecisionResult.TookPart;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Corrects a notice or a refusal whose ground or reasons were wrong. **A decision is never edited**: a later one takes
/// its place, both stay readable, and the time to answer or to appeal begins anew.
@Service
public class Corrections {
    private final Applications applications;
    private final Decisions decisions;
    private final Heard heard;
    private final CaseFacts facts;
    private final Conflicts conflicts;
    private final Hands hands;
    private final Obstacles obstacles;
    private final Impartiality impartiality;
    private final CaseDrafts drafts;
    private final AnswerTimes times;
    private final Effects effects;
    private final Programme programme;
    private final DecisionLetters letters;
    private final DecisionJournal journal;
    private final Clock clock;

    Corrections(
            Applications applications,
            Decisions decisions,
            Heard heard,
            CaseFacts facts,
            Conflicts conflicts,
            Hands hands,
            Obstacles obstacles,
            Impartiality impartiality,
            CaseDrafts drafts,
            AnswerTimes times,
            Effects effects,
            Programme programme,
            DecisionLetters letters,
            DecisionJournal journal,
            Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.heard = heard;
        this.facts = facts;
        this.conflicts = conflicts;
        this.hands = hands;
        this.obstacles = obstacles;
        this.impartiality = impartiality;
        this.drafts = drafts;
        this.times = times;
        this.effects = effects;
        this.programme = programme;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
    }

    /// Whether a decision can be corrected now: while its person may still answer or appeal it, and has not.
    public boolean isCorrectable(Decision decision, Application application) {
        return decision.state() == State.MADE
                && !decisions.isCorrected(decision.id())
                && switch (decision.verdict()) {
                    case ANNOUNCE_REFUSAL -> application.stage() == Stage.REFUSAL_ANNOUNCED;
                    case REFUSE -> application.stage() == Stage.REFUSED;
                    default -> false;
                };
    }

    /// Writes another decision in the place of one.
    ///
    /// @param right what should have been said; of a refusal, only on a ground that its person was heard on
    @Transactional
    public DecisionResult correct(DecisionId id, Finding.Refusal right, Officer officer) {
        var wrong = decisions.find(id).orElseThrow();
        var application = applications.lock(new ApplicationId(wrong.subject().id()));
        if (!isCorrectable(wrong, application) || isProposed(wrong)) return new AlreadyDecided(application.stage());
        if (facts.confirmedIdentity(application, officer.id())) return new SecondOfficerNeeded();
        if (conflicts.stands(application.person(), officer.id())) return new SecondOfficerNeeded();
        if (!hands.mayDecide(application.id(), officer)) return new HeldByAnother();
        if (!impartiality.mayDecide(application, officer.id())) return new TookPart();
        var missing = obstacles.missing(
                application,
                new Finding.IntendedRefusal(right.ground(), right.reason(), right.cure(), right.language()));
        if (!missing.isEmpty()) return new NotReady(missing);

        return wrong.verdict() == Verdict.REFUSE
                ? refusal(application, wrong, right, officer)
                : notice(application, wrong, right, officer);
    }

    private DecisionResult notice(Application application, Decision wrong, Finding.Refusal right, Officer officer) {
        var made = decisions.add(
                draft(application, wrong, right),
                State.MADE,
                officer.id(),
                today().plus(rules(application).limits().answer()));
        times.end(wrong.id());
        times.begin(made, clock.instant());
        letters.send(made.id());
        journal.record(Deed.DECISION_CORRECTED, officer.as(Role.CASEWORKER), made);
        return new Decided(made);
    }

    private DecisionResult refusal(Application application, Decision wrong, Finding.Refusal right, Officer officer) {
        var notice = heard.noticesBeforeRefusal(application).stream()
                .filter(each -> right.ground().equals(each.ground()))
                .findFirst();
        if (notice.isEmpty()) return new NotHeard(null);

        var draft = draft(application, wrong, right);
        if (rules(application).twoPeople().contains(TwoPersonDeed.REFUSE)) {
            var proposed = decisions.add(draft, State.PROPOSED, officer.id(), null);
            letters.write(proposed.id());
            journal.record(Deed.REFUSAL_PROPOSED, officer.as(Role.CASEWORKER), proposed);
            return new Proposed(proposed);
        }
        var made = decisions.add(draft, State.MADE, officer.id(), null);
        effects.follow(made, officer.as(Role.CASEWORKER));
        return new Decided(made);
    }

    private Decisions.Draft draft(Application application, Decision wrong, Finding.Refusal right) {
        return drafts.correcting(
                wrong.id(),
                application,
                wrong.verdict(),
                right.ground(),
                DecisionWords.refusing(right.reason(), right.cure()).writtenIn(right.language()));
    }

    private boolean isProposed(Decision wrong) {
        return decisions.about(wrong.subject()).stream().anyMatch(each -> each.state() == State.PROPOSED);
    }

    private org.kith.pack.programme.Programme rules(Application application) {
        return programme.version(application.pack()).programme();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
