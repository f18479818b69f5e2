package org.kith.server.application;

import org.kith.server.application.Move.Moved;
import org.kith.server.application.WithdrawalResult.NothingToWithdraw;
import org.kith.server.application.WithdrawalResult.Withdrawn;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.vault.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes an application back at its person's wish, for as long as nothing is decided.
@Service
public class Withdrawal {
    private final Applications applications;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Withdrawal(Applications applications, Journal journal, ApplicationEventPublisher events) {
        this.applications = applications;
        this.journal = journal;
        this.events = events;
    }

    @Transactional
    public WithdrawalResult withdraw(PersonId person) {
        var found = applications.openOf(person);
        if (found.isEmpty()) return new NothingToWithdraw();
        var application = applications.lock(found.get().id());
        // A draft is deleted instead: nobody but its person ever saw it.
        if (application.stage() == Stage.DRAFT) return new NothingToWithdraw();
        if (!(applications.take(application, Step.WITHDRAW, Party.APPLICANT) instanceof Moved)) {
            return new NothingToWithdraw();
        }

        events.publishEvent(new ApplicationWithdrawn(application.id().value()));
        journal.record(
                Deed.WITHDRAWN, Actor.of(person), person, application.id().asCase());
        return new Withdrawn();
    }
}
