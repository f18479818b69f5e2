package org.kith.server.matching;

import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.identity.GoesWithAnswers;
import org.kith.server.vault.BesideKeys;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Codes go where their person goes, and no longer stay than what they were made from.
@Component
class ForgetCodes implements BesideKeys, GoesWithAnswers {
    private final LookUpCodes codes;
    private final Matches matches;
    private final LookingForDuplicates looking;
    private final Applications applications;

    ForgetCodes(LookUpCodes codes, Matches matches, LookingForDuplicates looking, Applications applications) {
        this.codes = codes;
        this.matches = matches;
        this.looking = looking;
        this.applications = applications;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(PersonId person) {
        for (var id : codes.applications(person)) {
            codes.remove(id);
            applications.find(id).ifPresent(application -> codes.keep(application, looking.features(application)));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erased(PersonId person) {
        for (var id : codes.applications(person)) {
            matches.removeAll(id);
            codes.remove(id);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(Application application) {
        codes.remove(application.id());
        matches.letGo(application.id());
    }
}
