package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.programme.Programme;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What belongs to a decision on an application once it is made, by one officer or by two, in its transaction.
@Component
class Effects {
    private final Applications applications;
    private final Decisions decisions;
    private final AnswerTimes times;
    private final CaseFacts facts;
    private final Programme programme;
    private final DecisionLetters letters;
    private final DecisionJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Effects(
            Applications applications,
            Decisions decisions,
            AnswerTimes times,
            CaseFacts facts,
            Programme programme,
            DecisionLetters letters,
            DecisionJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.times = times;
        this.facts = facts;
        this.programme = programme;
        this.letters = letters;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    void follow(Decision made, Actor.Officer officer) {
        switch (made.verdict()) {
            case APPROVE -> approved(made, Deed.APPROVED, officer);
            case REFUSE -> refused(made, officer);
            case WITHDRAW_NOTICE -> tell(made, Deed.NOTICE_WITHDRAWN, officer);
            case UPHOLD -> tell(made, Deed.APPEAL_UPHELD, officer);
            case OVERTURN -> approved(made, Deed.APPEAL_OVERTURNED, officer);
            case REMIT -> tell(made, Deed.APPEAL_SENT_BACK, officer);
            case ASK_MORE, ANNOUNCE_REFUSAL, SUSPEND, RESTORE, ANNOUNCE_SUSPENSION, ANNOUNCE_REVOCATION, REVOKE ->
                throw new IllegalArgumentException(made.verdict() + " ends no application");
        }
    }

    /// The card follows, and tells them.
    private void approved(Decision made, Deed deed, Actor.Officer officer) {
        letters.write(made.id());
        facts.restOnShared(application(made), made);
        events.publishEvent(
                new ApplicationApproved(made.subject().id(), made.id().value()));
        journal.record(deed, officer, made);
    }

    /// Its time to appeal begins when it stands, not when it was proposed; of what it corrects, the time ends.
    private void refused(Decision made, Actor.Officer officer) {
        if (made.corrects() != null) times.end(made.corrects());
        var limits = programme.version(made.pack()).programme().limits();
        decisions.answerUntil(
                made.id(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plus(limits.appeal()));
        times.begin(made, clock.instant());
        tell(made, made.corrects() == null ? Deed.REFUSED : Deed.DECISION_CORRECTED, officer);
    }

    private void tell(Decision made, Deed deed, Actor.Officer officer) {
        letters.send(made.id());
        journal.record(deed, officer, made);
    }

    private Application application(Decision made) {
        return applications.find(new ApplicationId(made.subject().id())).orElseThrow();
    }
}
