package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.programme.TwoPersonDeed;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.DraftAnswers;
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
import org.kith.server.decision.DecisionResult.NotReady;
import org.kith.server.decision.DecisionResult.Proposed;
import org.kith.server.decision.DecisionResult.SecondOfficerNeeded;
import org.kith.server.decision.Decisions.Draft;
import org.kith.server.notify.Outbox;
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
    private final DraftAnswers answers;
    private final CaseFacts facts;
    private final Programme programme;
    private final Decisions decisions;
    private final Casework casework;
    private final AnswerTimes times;
    private final Outbox outbox;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Adjudication(
            Applications applications,
            DraftAnswers answers,
            CaseFacts facts,
            Programme programme,
            Decisions decisions,
            Casework casework,
            AnswerTimes times,
            Outbox outbox,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.facts = facts;
        this.programme = programme;
        this.decisions = decisions;
        this.casework = casework;
        this.times = times;
        this.outbox = outbox;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// What the rules say of an application, on the day it was filed: the time that passes here harms nobody.
    public Trace trace(Application application) {
        var filed = Objects.requireNonNull(application.filedAt(), "a draft is not judged");
        var day = LocalDate.ofInstant(filed, ZoneOffset.UTC);
        return programme.version(application.pack()).eligibility().trace(answers.of(application), day);
    }

    /// Takes up an application that waits; false where another officer just did, or it waits no more.
    @Transactional
    public boolean takeUp(ApplicationId id, Officer officer) {
        var application = applications.lock(id);
        if (!(applications.take(application, Step.TAKE_UP, Party.CASEWORKER) instanceof Moved)) return false;

        casework.take(id, officer.id());
        journal.record(Deed.CASE_ASSIGNED, officer.as(Role.CASEWORKER), application.person(), id.asCase());
        return true;
    }

    @Transactional
    public DecisionResult decide(ApplicationId id, Finding finding, Officer officer) {
        var application = applications.lock(id);
        var identity = facts.identity(application);
        var missing = missing(application, finding);

        if (application.stage() != Stage.UNDER_REVIEW) return new AlreadyDecided(application.stage());
        if (!missing.isEmpty() || identity.isEmpty()) return new NotReady(missing);
        if (identity.get().officer().equals(officer.id())) return new SecondOfficerNeeded();

        return switch (finding) {
            case Finding.Approval approval ->
                approve(application, approval, !identity.get().chipRead(), officer);
            case Finding.MoreNeeded more -> askMore(application, more, officer);
            case Finding.IntendedRefusal refusal -> announce(application, refusal, officer);
        };
    }

    private DecisionResult approve(
            Application application, Finding.Approval approval, boolean withoutChip, Officer officer) {
        var words = DecisionWords.reasons(approval.reason());
        var draft = draft(application, Verdict.APPROVE, approval.ground(), words);
        if (needsSecond(pack(application), withoutChip)) {
            take(application, Step.PROPOSE_APPROVAL);
            var proposed = decisions.add(draft, State.PROPOSED, officer.id(), null);
            record(Deed.APPROVAL_PROPOSED, officer, proposed);
            return new Proposed(proposed);
        }
        take(application, Step.APPROVE);
        var made = decisions.add(draft, State.MADE, officer.id(), null);
        facts.restOnShared(application, made);
        events.publishEvent(
                new ApplicationApproved(application.id().value(), made.id().value()));
        record(Deed.APPROVED, officer, made);
        return new Decided(made);
    }

    private DecisionResult askMore(Application application, Finding.MoreNeeded more, Officer officer) {
        var words = DecisionWords.asking(more);
        take(application, Step.ASK_MORE);
        var until = today().plus(pack(application).programme().limits().moreInformation());
        var made = decisions.add(draft(application, Verdict.ASK_MORE, null, words), State.MADE, officer.id(), until);
        times.begin(made, clock.instant());
        outbox.tell(application.person(), made.id().value());
        record(Deed.MORE_ASKED, officer, made);
        return new Decided(made);
    }

    private DecisionResult announce(Application application, Finding.IntendedRefusal refusal, Officer officer) {
        var words = DecisionWords.refusing(refusal.reason(), refusal.cure());
        take(application, Step.ANNOUNCE_REFUSAL);
        var until = today().plus(pack(application).programme().limits().answer());
        var draft = draft(application, Verdict.ANNOUNCE_REFUSAL, refusal.ground(), words);
        var made = decisions.add(draft, State.MADE, officer.id(), until);
        times.begin(made, clock.instant());
        outbox.tell(application.person(), made.id().value());
        record(Deed.REFUSAL_ANNOUNCED, officer, made);
        return new Decided(made);
    }

    private Draft draft(Application application, Verdict verdict, @Nullable String ground, DecisionWords words) {
        var resting =
                words.restingOn(facts.papers(application), trace(application).canonical());
        return new Draft(
                Subject.of(application.id()), application.person(), verdict, application.pack(), ground, resting);
    }

    /// What stands in the way of this finding, whoever makes it.
    private Set<Requirement> missing(Application application, Finding finding) {
        var missing = EnumSet.noneOf(Requirement.class);
        if (facts.identity(application).isEmpty()) missing.add(Requirement.IDENTITY_CONFIRMED);
        var pack = pack(application);
        var known = switch (finding) {
            case Finding.Approval approval ->
                pack.eligibility().ground(approval.ground()).isPresent();
            case Finding.IntendedRefusal refusal ->
                pack.eligibility().ground(refusal.ground()).isPresent();
            case Finding.MoreNeeded _ -> true;
        };
        if (!known) missing.add(Requirement.GROUND_OF_THE_PROGRAMME);
        if (finding instanceof Finding.Approval approval) {
            pack.eligibility()
                    .ground(approval.ground())
                    .ifPresent(ground -> missing.addAll(facts.missingOfFamily(application, ground)));
        }
        if (finding instanceof Finding.MoreNeeded more && !isOfTheCatalogue(more, pack)) {
            missing.add(Requirement.PAPERS_OF_THE_CATALOGUE);
        }
        return missing;
    }

    private static boolean isOfTheCatalogue(Finding.MoreNeeded more, Pack pack) {
        return more.papers().stream()
                        .allMatch(code -> pack.evidence().find(code).isPresent())
                && more.questions().stream()
                        .allMatch(code -> pack.questions().find(code).isPresent());
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
