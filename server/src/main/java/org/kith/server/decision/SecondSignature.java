package org.kith.server.decision;

import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Step;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.SigningResult.GivenBack;
import org.kith.server.decision.SigningResult.NotReady;
import org.kith.server.decision.SigningResult.NothingToSign;
import org.kith.server.decision.SigningResult.SameOfficer;
import org.kith.server.decision.SigningResult.SecondOfficerNeeded;
import org.kith.server.decision.SigningResult.Signed;
import org.kith.server.notify.Outbox;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where a second officer agrees with a proposal, or gives it back.
@Service
public class SecondSignature {
    private final Decisions decisions;
    private final Applications applications;
    private final CaseFacts facts;
    private final Programme programme;
    private final Measures measures;
    private final Outbox outbox;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    SecondSignature(
            Decisions decisions,
            Applications applications,
            CaseFacts facts,
            Programme programme,
            Measures measures,
            Outbox outbox,
            Journal journal,
            ApplicationEventPublisher events) {
        this.decisions = decisions;
        this.applications = applications;
        this.facts = facts;
        this.programme = programme;
        this.measures = measures;
        this.outbox = outbox;
        this.journal = journal;
        this.events = events;
    }

    @Transactional
    public SigningResult sign(DecisionId id, Officer officer) {
        var found = decisions.lock(id);
        if (found.isEmpty() || found.get().state() != State.PROPOSED) return new NothingToSign();
        var waiting = found.get();
        if (waiting.first().equals(officer.id())) return new SameOfficer();
        if (verifiedIdentity(waiting, officer)) return new SecondOfficerNeeded();
        var missing = missing(waiting);
        if (!missing.isEmpty()) return new NotReady(missing);
        if (!mayStillBeMade(waiting)) return new NothingToSign();

        var words = decisions.words(waiting).orElseThrow();
        var made = decisions.settle(waiting, State.MADE, officer.id(), words);
        switch (made.subject().kind()) {
            case APPLICATION -> {
                facts.restOnShared(application(made), made);
                events.publishEvent(
                        new ApplicationApproved(made.subject().id(), made.id().value()));
                record(Deed.APPROVED, officer, made);
            }
            case CARD -> {
                measures.carryOut(made, officer.as(Role.SUPERVISOR));
                outbox.tell(made.person(), made.id().value());
            }
        }
        return new Signed(made);
    }

    /// Sends a proposal back to the officer who made it; it counts for nothing then.
    ///
    /// @param why in words for the first officer
    @Transactional
    public SigningResult giveBack(DecisionId id, String why, Officer officer) {
        var found = decisions.lock(id);
        if (found.isEmpty() || found.get().state() != State.PROPOSED) return new NothingToSign();
        var waiting = found.get();
        if (waiting.first().equals(officer.id())) return new SameOfficer();

        var words = decisions.words(waiting).orElseThrow().returnedFor(why);
        var returned = decisions.settle(waiting, State.RETURNED, officer.id(), words);
        if (returned.subject().kind() == Subject.Kind.APPLICATION) step(returned, Step.SEND_BACK);
        record(
                returned.verdict() == Verdict.APPROVE ? Deed.APPROVAL_RETURNED : Deed.MEASURE_RETURNED,
                officer,
                returned);
        return new GivenBack(returned);
    }

    /// Of an application; whoever once saw a holder's passport may well look after their card.
    private boolean verifiedIdentity(Decision waiting, Officer officer) {
        return waiting.subject().kind() == Subject.Kind.APPLICATION
                && applications
                        .find(new ApplicationId(waiting.subject().id()))
                        .flatMap(facts::identity)
                        .filter(identity -> identity.officer().equals(officer.id()))
                        .isPresent();
    }

    /// What was there when it was proposed may be gone: consent can be taken back until it is signed.
    private Set<Requirement> missing(Decision waiting) {
        var ground = waiting.ground();
        if (waiting.subject().kind() != Subject.Kind.APPLICATION || ground == null) return Set.of();

        return programme
                .version(waiting.pack())
                .eligibility()
                .ground(ground)
                .map(each -> facts.missingOfFamily(application(waiting), each))
                .orElse(Set.of());
    }

    private Application application(Decision decision) {
        return applications.find(new ApplicationId(decision.subject().id())).orElseThrow();
    }

    private boolean mayStillBeMade(Decision waiting) {
        return switch (waiting.subject().kind()) {
            case APPLICATION -> step(waiting, Step.APPROVE);
            case CARD -> measures.isPossible(waiting);
        };
    }

    private boolean step(Decision decision, Step step) {
        var application = applications.lock(new ApplicationId(decision.subject().id()));
        return applications.take(application, step, Party.SECOND_OFFICER) instanceof Moved;
    }

    private void record(Deed deed, Officer officer, Decision decision) {
        var kind = decision.subject().kind() == Subject.Kind.CARD ? CaseKind.CARD : CaseKind.APPLICATION;
        journal.record(
                deed,
                officer.as(Role.SUPERVISOR),
                decision.person(),
                new Case(kind, decision.subject().id()),
                Details.of(Detail.DECISION, decision.id().value()));
    }
}
