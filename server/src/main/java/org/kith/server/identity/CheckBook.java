package org.kith.server.identity;

import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Move;
import org.kith.server.application.Party;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.centre.Attendance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes signed checks down, with all that follows at once: the visit is over, and the application moves on.
@Component
class CheckBook {
    private final IdentityChecks checks;
    private final Attendance attendance;
    private final Applications applications;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    CheckBook(
            IdentityChecks checks,
            Attendance attendance,
            Applications applications,
            Journal journal,
            ApplicationEventPublisher events) {
        this.checks = checks;
        this.attendance = attendance;
        this.applications = applications;
        this.journal = journal;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(IdentityCheck check, byte[] form, Application application, Actor.Officer registrar) {
        var digest = checks.add(application, check, form);
        attendance.finish(check.booking());
        take(application, check.confirmed() ? Step.CONFIRM_IDENTITY : Step.NOT_CONFIRM);
        if (check.confirmed())
            events.publishEvent(new IdentityConfirmed(application.id().value()));
        var details = Details.of(Detail.APPLICATION, application.id().value())
                .and(Detail.CHECK, check.id().value())
                .and(Detail.DIGEST, SignedForm.code(digest))
                .and(Detail.CHIP_READ, check.chipRead());
        var why = check.notConfirmed();
        journal.record(
                why == null ? Deed.IDENTITY_CONFIRMED : Deed.IDENTITY_NOT_CONFIRMED,
                registrar,
                application.person(),
                new Case(CaseKind.BOOKING, check.booking().value()),
                why == null ? details : details.and(Detail.REASON, why));
    }

    private void take(Application application, Step step) {
        var move = applications.take(application, step, Party.REGISTRAR);
        if (move instanceof Move.NotAllowed(var from)) throw new IllegalStateException(step + " from " + from);
    }
}
