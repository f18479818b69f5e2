package org.kith.server.matching;

import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isCurrentTransactionReadOnly;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.ApplicationSubmitted;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.IdentityConfirmed;
import org.kith.server.identity.PassportComparison;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/// Looks whether somebody is here already: once for what an application says, and once for each passport that confirmed
/// it. **There is no other way to look anybody up by these**: no officer types a name, and nobody can try numbers.
@Service
public class LookingForDuplicates {
    private final Applications applications;
    private final PassportComparison passport;
    private final IdentityChecks checks;
    private final LookUpCodes codes;
    private final Matches matches;
    private final Journal journal;

    LookingForDuplicates(
            Applications applications,
            PassportComparison passport,
            IdentityChecks checks,
            LookUpCodes codes,
            Matches matches,
            Journal journal) {
        this.applications = applications;
        this.passport = passport;
        this.checks = checks;
        this.codes = codes;
        this.matches = matches;
        this.journal = journal;
    }

    @ApplicationModuleListener
    void on(ApplicationSubmitted submitted) {
        look(submitted.applicationId());
    }

    @ApplicationModuleListener
    void on(IdentityConfirmed confirmed) {
        look(confirmed.applicationId());
    }

    /// What was found of an application, for whoever decides: looked for up to now, so that no card is quicker than an
    /// event, and held until they are done. A page that merely tells what is missing takes what is there.
    public List<Match> forDecision(Application application) {
        if (!isActualTransactionActive() || isCurrentTransactionReadOnly()) return matches.of(application.id());

        // The application before its matches, as whoever judges one does.
        applications.lock(application.id());
        upToNow(application);
        return matches.lockOf(application.id());
    }

    /// Looks for what nobody looked for yet.
    void upToNow(Application application) {
        if (codes.begin(application, application.id().value())) {
            look(application, Feature.declared(passport.declared(application)));
        }
        var check = checks.lastOf(application).filter(IdentityCheck::confirmed);
        if (check.isPresent() && codes.begin(application, check.get().id().value())) {
            look(application, Feature.seen(check.get(), passport.declared(application)));
        }
    }

    /// All by which an application is found.
    Set<Feature> features(Application application) {
        var declared = passport.declared(application);
        var features = new LinkedHashSet<>(Feature.declared(declared));
        checks.lastOf(application)
                .filter(IdentityCheck::confirmed)
                .ifPresent(check -> features.addAll(Feature.seen(check, declared)));
        return features;
    }

    /// The application before what is noted of it, as whoever books a time does.
    private void look(UUID id) {
        applications.lockIfThere(new ApplicationId(id)).ifPresent(this::upToNow);
    }

    private void look(Application application, Set<Feature> features) {
        codes.hold(features);
        codes.keep(application, features);
        var found = codes.find(application, features);
        found.forEach((other, kinds) -> matches.found(application.id(), other, kinds));
        journal.record(
                Deed.DUPLICATES_LOOKED_FOR,
                Actor.house(),
                application.person(),
                application.id().asCase(),
                Details.of(Detail.COUNT, found.size()));
    }
}
