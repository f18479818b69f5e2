package org.kith.server.decision;

import org.kith.server.application.ApplicationId;
import org.kith.server.application.ApplicationWithdrawn;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Takes the appeal of what its person withdrew off the officers' desks.
@Component
class CloseAppeal {
    private final Appeals appeals;

    CloseAppeal(Appeals appeals) {
        this.appeals = appeals;
    }

    @ApplicationModuleListener
    void on(ApplicationWithdrawn withdrawn) {
        appeals.openAbout(Subject.of(new ApplicationId(withdrawn.applicationId())))
                .flatMap(appeal -> appeals.lock(appeal.id()))
                .filter(Appeal::isOpen)
                .ifPresent(appeal -> appeals.close(appeal, null));
    }
}
