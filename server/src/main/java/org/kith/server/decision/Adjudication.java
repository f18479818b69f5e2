package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kith.pack.Pack;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.programme.TwoPersonDeed;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.audit.Code;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.DecisionResult.AlreadyDecided;
import org.kith.server.decision.DecisionResult.Decided;
import org.kith.server.decision.DecisionResult.HeldByAnother;
import org.kith.server.decision.DecisionResult.NotReady;
import org.kith.server.decision.DecisionResult.Proposed;
import org.kith.server.decision.DecisionResult.SecondOfficerNeeded;
import org.kith.server.decision.DecisionResult.TookPart;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decides applications. The rules propose, a person decides, and where the programme says so a second one signs.
@Service
public class Adjudication {
    private final Applications applications;
    private final FiledTrace traces;
    private final CaseFacts facts;
    private final Obstacles obstacles;
    private final Impartiality impartiality;
    private final Refusals refusals;
    private final CaseDrafts drafts;
    private final Conflicts conflicts;
    private final Hands hands;
    private final Programme programme;
    private final Decisions decisions;
    private final AnswerTimes times;
    private final DecisionLetters letters;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Adjudication(
            Applications applications,
            FiledTrace traces,
            CaseFacts facts,
            Obstacles obstacles,
            Impartiality impartiality,
            Refusals refusals,
            CaseDrafts drafts,
            Conflicts conflicts,
            Hands hands,
            Programme programme,
            Decisions decisions,
            AnswerTimes times,
            DecisionLetters letters,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.traces = traces;
        this.facts = facts;
        this.obstacles = obstacles;
        this.impartiality = impartiality;
        this.refusals = refusals;
        this.drafts = drafts;
        this.conflicts = conflicts;
        this.hands = hands;
        this.programme = programme;
        this.decisions = decisions;
        this.times = times;
        this.letters = letters;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// What the rules say of an application, on the day it was filed: the time that passes here harms nobody.
    public Trace trace(Application application) {
        return traces.of(application);
    }

    @Transactional
    public DecisionResult decide(ApplicationId id, Finding finding, Officer officer) {
        var application = applications.lock(id);
        var identity = facts.identity(application);
        var missing = obstacles.missing(application, finding);

        if (application.stage() != Stage.UNDER_REVIEW) return new AlreadyDecided(application.stage());
        if (!missing.isEmpty() || identity.isEmpty()) return new NotReady(missing);
        if (identity.get().officer().equals(officer.id())) return new SecondOfficerNeeded();
        if (!impartiality.mayDecide(application, officer.id())) return new TookPart();
        if (conflicts.stands(application.person(), officer.id())) return new SecondOfficerNeeded();
        if (!hands.mayDecide(id, officer)) return new HeldByAnother();

        return switch (finding) {
            case Finding.Approval approval ->
                approve(application, approval, !identity.get().chipRead(), officer);
            case Finding.MoreNeeded more -> askMore(application, more, officer);
            case Finding.IntendedRefusal refusal -> announce(application, refusal, officer);
            case Finding.Refusal refusal -> refusals.refuse(application, refusal, officer);
        };
    }

    private DecisionResult approve(
            Application application, Finding.Approval approval, boolean withoutChip, Officer officer) {
        var words = DecisionWords.reasons(approval.reason()).writtenIn(approval.language());
        var draft = drafts.of(application, Verdict.APPROVE, approval.ground(), words);
        if (needsSecond(pack(application), withoutChip)) {
            take(application, Step.PROPOSE_APPROVAL);
            var proposed = decisions.add(draft, State.PROPOSED, officer.id(), null);
            letters.write(proposed.id());
            record(Deed.APPROVAL_PROPOSED, officer, proposed);
            return new Proposed(proposed);
        }
        take(application, Step.APPROVE);
        var made = decisions.add(draft, State.MADE, officer.id(), null);
        letters.write(made.id());
        facts.restOnShared(application, made);
        events.publishEvent(
                new ApplicationApproved(application.id().value(), made.id().value()));
        record(Deed.APPROVED, officer, made);
        return new Decided(made);
    }

    private DecisionResult askMore(Application application, Finding.MoreNeeded more, Officer officer) {
        var words = DecisionWords.asking(more).writtenIn(more.language());
        take(application, Step.ASK_MORE);
        var until = today().plus(pack(application).programme().limits().moreInformation());
        var made =
                decisions.add(drafts.of(application, Verdict.ASK_MORE, null, words), State.MADE, officer.id(), until);
        times.begin(made, clock.instant());
        letters.send(made.id());
        record(Deed.MORE_ASKED, officer, made);
        return new Decided(made);
    }

    private DecisionResult announce(Application application, Finding.IntendedRefusal refusal, Officer officer) {
        var words = DecisionWords.refusing(refusal.reason(), refusal.cure()).writtenIn(refusal.language());
        take(application, Step.ANNOUNCE_REFUSAL);
        var until = today().plus(pack(application).programme().limits().answer());
        var draft = drafts.of(application, Verdict.ANNOUNCE_REFUSAL, refusal.ground(), words);
        var made = decisions.add(draft, State.MADE, officer.id(), until);
        times.begin(made, clock.instant());
        letters.send(made.id());
        record(Deed.REFUSAL_ANNOUNCED, officer, made);
        return new Decided(made);
    }

    private void take(Application application, Step step) {
        if (!(applications.take(application, step, Party.CASEWORKER) instanceof Moved)) {
            throw new IllegalStateException("no " + step + " from " + application.stage());
        }
    }

    private void record(Deed deed, Officer officer, Decision decision) {
        var details = Details.of(Detail.DECISION, decision.id().value());
        var ground = decision.ground();
        journal.record(
                deed,
                officer.as(Role.CASEWORKER),
                decision.person(),
                new ApplicationId(decision.subject().id()).asCase(),
                ground == null ? details : details.and(Detail.GROUND, new Code(ground)));
    }

    private static boolean needsSecond(Pack pack, boolean withoutChip) {
        var two = pack.programme().twoPeople();
        return two.contains(TwoPersonDeed.APPROVE) || (withoutChip && two.contains(TwoPersonDeed.APPROVE_WITHOUT_CHIP));
    }

    private Pack pack(Application application) {
        return programme.version(application.pack());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
