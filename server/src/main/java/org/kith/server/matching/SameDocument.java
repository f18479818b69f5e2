package org.kith.server.matching;

import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.centre.OnePerson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Says which applications name one document, by codes alone: no name is compared, and nobody is told.
@Component
class SameDocument implements OnePerson {
    private final LookUpCodes codes;
    private final LookingForDuplicates looking;

    SameDocument(LookUpCodes codes, LookingForDuplicates looking) {
        this.codes = codes;
        this.looking = looking;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isBusy(Application application) {
        // What was sent a moment ago may not have been looked for yet.
        looking.upToNow(application);
        return !codes.holdDocuments(application);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<ApplicationId> others(Application application) {
        return codes.sharingADocument(application);
    }
}
