package org.kith.server.decision;

import java.util.Objects;
import java.util.Set;
import org.kith.pack.programme.TwoPersonDeed;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Step;
import org.kith.server.audit.Deed;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.Decisions.Draft;
import org.kith.server.decision.OnAppealResult.Decided;
import org.kith.server.decision.OnAppealResult.HearFirst;
import org.kith.server.decision.OnAppealResult.NotNow;
import org.kith.server.decision.OnAppealResult.NotReady;
import org.kith.server.decision.OnAppealResult.Proposed;
import org.kith.server.decision.OnAppealResult.TookPart;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decides appeals: what was decided stands, is undone, or is decided again by others. Only officers who had no hand in
/// it do so.
@Service
public class AppealRuling {
    private final Appeals appeals;
    private final Decisions decisions;
    private final Applications applications;
    private final Stops stops;
    private final Impartiality impartiality;
    private final Obstacles obstacles;
    private final CaseDrafts drafts;
    private final AppealEffects effects;
    private final DecisionLetters letters;
    private final Programme programme;
    private final DecisionJournal journal;
    private final HearingTimes hearings;

    AppealRuling(
            Appeals appeals,
            Decisions decisions,
            Applications applications,
            Stops stops,
            Impartiality impartiality,
            Obstacles obstacles,
            CaseDrafts drafts,
            AppealEffects effects,
            DecisionLetters letters,
            Programme programme,
            DecisionJournal journal,
            HearingTimes hearings) {
        this.appeals = appeals;
        this.decisions = decisions;
        this.applications = applications;
        this.stops = stops;
        this.impartiality = impartiality;
        this.obstacles = obstacles;
        this.drafts = drafts;
        this.effects = effects;
        this.letters = letters;
        this.programme = programme;
        this.journal = journal;
        this.hearings = hearings;
    }

    /// What can be decided on an appeal. What was decided about a card is not sent back: the card either counts or not,
    /// and its holder is not to wait for a third answer.
    public static Set<Verdict> verdicts(Subject subject) {
        return switch (subject.kind()) {
            case APPLICATION -> Set.of(Verdict.UPHOLD, Verdict.OVERTURN, Verdict.REMIT);
            case CARD -> Set.of(Verdict.UPHOLD, Verdict.OVERTURN);
        };
    }

    @Transactional
    public OnAppealResult decide(AppealId id, Verdict verdict, String reason, Officer officer) {
        var open = appeals.lock(id).filter(Appeal::isOpen);
        if (open.isEmpty()) return new NotNow();
        var appeal = open.get();
        var appealed = decisions.find(appeal.decision()).orElseThrow();
        if (!verdicts(appealed.subject()).contains(verdict) || isProposed(appealed)) return new NotNow();
        if (!impartiality.mayHear(appeal, appealed, officer.id())) return new TookPart();
        if (stops.isStopped(appealed.subject())) return new NotReady(Set.of(Requirement.STOPPED));
        if (verdict != Verdict.OVERTURN && hearings.mustWait(appeal)) return new HearFirst(hearings.until(appeal));

        return switch (appealed.subject().kind()) {
            case APPLICATION -> onApplication(appeal, appealed, verdict, reason, officer);
            case CARD -> onCard(appeal, appealed, verdict, reason, officer);
        };
    }

    private OnAppealResult onApplication(
            Appeal appeal, Decision appealed, Verdict verdict, String reason, Officer officer) {
        var application = applications.lock(new ApplicationId(appealed.subject().id()));
        if (verdict == Verdict.OVERTURN) {
            var ground = Objects.requireNonNull(appealed.ground());
            var missing = obstacles.missing(application, new Finding.Approval(ground, reason, ""));
            if (!missing.isEmpty()) return new NotReady(missing);
        }
        var two = needsTwo(appealed, verdict);
        if (!take(application, two ? Step.PROPOSE_ON_APPEAL : step(verdict))) return new NotNow();

        var draft = drafts.correcting(
                verdict == Verdict.UPHOLD ? null : appealed.id(),
                application,
                verdict,
                appealed.ground(),
                DecisionWords.reasons(reason));
        return written(appeal, draft, two, officer);
    }

    private OnAppealResult onCard(Appeal appeal, Decision appealed, Verdict verdict, String reason, Officer officer) {
        var draft = new Draft(
                appealed.subject(),
                appealed.person(),
                verdict,
                appealed.pack(),
                null,
                DecisionWords.reasons(reason),
                verdict == Verdict.UPHOLD ? null : appealed.id());
        return written(appeal, draft, needsTwo(appealed, verdict), officer);
    }

    private OnAppealResult written(Appeal appeal, Draft draft, boolean two, Officer officer) {
        if (two) {
            var proposed = decisions.add(draft, State.PROPOSED, officer.id(), null);
            letters.write(proposed.id());
            journal.record(Deed.APPEAL_VERDICT_PROPOSED, officer.as(Role.APPEALS), proposed);
            return new Proposed(proposed);
        }
        var made = decisions.add(draft, State.MADE, officer.id(), null);
        effects.follow(appeal, made, officer.as(Role.APPEALS));
        return new Decided(made);
    }

    static Step step(Verdict verdict) {
        return switch (verdict) {
            case UPHOLD -> Step.UPHOLD;
            case OVERTURN -> Step.OVERTURN;
            case REMIT -> Step.REMIT;
            default -> throw new IllegalArgumentException(verdict + " is decided on no appeal");
        };
    }

    private boolean isProposed(Decision appealed) {
        return decisions.about(appealed.subject()).stream().anyMatch(each -> each.state() == State.PROPOSED);
    }

    /// What sends a case back decides nothing, and needs one signature.
    private boolean needsTwo(Decision appealed, Verdict verdict) {
        var two = programme.version(appealed.pack()).programme().twoPeople();
        return switch (verdict) {
            case UPHOLD -> two.contains(TwoPersonDeed.UPHOLD);
            case OVERTURN -> two.contains(TwoPersonDeed.OVERTURN);
            default -> false;
        };
    }

    private boolean take(Application application, Step step) {
        return applications.take(application, step, Party.APPEALS) instanceof Moved;
    }
}
